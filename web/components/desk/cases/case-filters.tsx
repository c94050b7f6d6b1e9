import { createSignal, For, type JSX, Show } from 'solid-js'
import type { CaseCounts } from '../../../../worker/contract/casework'
import { dispositions, participantKinds } from '../../../../worker/contract/words'
import { language, words } from '../../../locales/desk'
import { w } from '../../../locales/desk/cases'
import { formatPlace } from '../../../locales/desk/format'
import type { MeasureChoice } from '../moderation/queue-rail'

type Field = 'measure' | 'unit' | 'kind' | 'disposition' | 'mentioned'
type Chosen = Partial<Record<Field, string | undefined>>

interface CaseFiltersProps {
  chosen: Chosen
  isFiltered: boolean
  /** Outcomes are for what is done. */
  hasDisposition: boolean
  measures: readonly MeasureChoice[]
  units: CaseCounts['units']
  onChoose: (change: Chosen) => void
  onClear: () => void
}

/** What narrows the list; on a phone they fold. */
export function CaseFilters(props: CaseFiltersProps) {
  const [isOpen, setOpen] = createSignal(false)
  const select = (field: Field, every: string, label: string, options: JSX.Element) => (
    <select
      class="case-filter"
      aria-label={label}
      onChange={(event) => props.onChoose({ [field]: event.currentTarget.value || undefined })}
    >
      <option value="" selected={!props.chosen[field]}>
        {every}
      </option>
      {options}
    </select>
  )
  return (
    <div class="case-filters" classList={{ 'case-filters-open': isOpen() }}>
      <button
        type="button"
        class="button case-filters-toggle"
        aria-expanded={isOpen()}
        onClick={() => setOpen((held) => !held)}
      >
        {w.filters.heading}
      </button>
      {select(
        'measure',
        w.filters.everyMeasure,
        w.filters.measure,
        <>
          <Show when={props.measures.length === 0 && props.chosen.measure}>
            {(key) => (
              <option value={key()} selected>
                {formatPlace(key())}
              </option>
            )}
          </Show>
          <For each={props.measures}>
            {(choice) => (
              <optgroup label={choice.theme}>
                <For each={choice.measures}>
                  {(measure) => (
                    <option value={measure.key} selected={props.chosen.measure === measure.key}>
                      {`${formatPlace(measure.key)} ${measure.name}`}
                    </option>
                  )}
                </For>
              </optgroup>
            )}
          </For>
        </>,
      )}
      {select(
        'unit',
        w.filters.everyUnit,
        w.filters.unit,
        <For each={props.units}>
          {(unit) => (
            <option value={unit.key} selected={props.chosen.unit === unit.key}>
              {`${language === 'en' ? unit.nameEn : unit.name} · ${unit.todo}`}
            </option>
          )}
        </For>,
      )}
      {select(
        'kind',
        w.filters.everyKind,
        w.filters.kind,
        <For each={participantKinds}>
          {(kind) => (
            <option value={kind} selected={props.chosen.kind === kind}>
              {words.kinds[kind]}
            </option>
          )}
        </For>,
      )}
      <Show when={props.hasDisposition}>
        {select(
          'disposition',
          w.filters.everyDisposition,
          w.filters.disposition,
          <For each={dispositions}>
            {(disposition) => (
              <option value={disposition} selected={props.chosen.disposition === disposition}>
                {words.dispositions[disposition]}
              </option>
            )}
          </For>,
        )}
      </Show>
      <label class="check case-filter-check">
        <input
          type="checkbox"
          checked={props.chosen.mentioned === '1'}
          onChange={(event) => props.onChoose({ mentioned: event.currentTarget.checked ? '1' : undefined })}
        />
        {w.filters.mentioned}
      </label>
      <Show when={props.isFiltered}>
        <button type="button" class="button button-quiet" onClick={() => props.onClear()}>
          {w.filters.clear}
        </button>
      </Show>
    </div>
  )
}
