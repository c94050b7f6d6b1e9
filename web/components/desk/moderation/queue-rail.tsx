import { For, Show } from 'solid-js'
import { type ParticipantKind, participantKinds } from '../../../../worker/contract/words'
import { t, words } from '../../../locales/desk'
import { formatCount, formatPlace } from '../../../locales/desk/format'

export interface MeasureChoice {
  theme: string
  measures: { key: string; name: string }[]
}

interface QueueRailProps {
  /** Unknown until the queue has loaded. */
  pending: number | undefined
  byKind: Readonly<Record<ParticipantKind, number>> | undefined
  kind: ParticipantKind | undefined
  measure: string | undefined
  choices: readonly MeasureChoice[]
  filterPath: (change: { kind?: ParticipantKind | undefined; measure?: string | undefined }) => string
  onMeasure: (key: string | undefined) => void
}

/** The filters. Each is an address of its own, so that back and bookmarks work. */
export function QueueRail(props: QueueRailProps) {
  const everything = () => !props.kind && !props.measure

  return (
    <nav class="rail" aria-label={t.queue.filters}>
      <h2 class="rail-heading">{t.queue.order}</h2>
      <ul class="rail-list">
        <li>
          <a
            href={props.filterPath({ kind: undefined, measure: undefined })}
            aria-current={everything() ? 'true' : undefined}
          >
            <span>{t.queue.all}</span> <Count of={props.pending} />
          </a>
        </li>
      </ul>
      <label class="rail-heading" for="queue-measure">
        {t.queue.measures}
      </label>
      <select
        id="queue-measure"
        class="rail-select"
        onChange={(event) => props.onMeasure(event.currentTarget.value || undefined)}
      >
        <option value="" selected={!props.measure}>
          {t.queue.everyMeasure}
        </option>
        <Show when={props.measure && props.choices.length === 0}>
          <option value={props.measure} selected>
            {formatPlace(props.measure ?? '')}
          </option>
        </Show>
        <For each={props.choices}>
          {(choice) => (
            <optgroup label={choice.theme}>
              <For each={choice.measures}>
                {(measure) => (
                  <option value={measure.key} selected={props.measure === measure.key}>
                    {`${formatPlace(measure.key)} ${measure.name}`}
                  </option>
                )}
              </For>
            </optgroup>
          )}
        </For>
      </select>
      <h2 class="rail-heading">{t.queue.kinds}</h2>
      <ul class="rail-list">
        <For each={participantKinds}>
          {(kind) => (
            <li>
              <a
                href={props.filterPath({ kind, measure: props.measure })}
                aria-current={props.kind === kind ? 'true' : undefined}
              >
                <span>{words.kinds[kind]}</span> <Count of={props.byKind?.[kind]} />
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  )
}

function Count(props: { of: number | undefined }) {
  return <span class="rail-count">{props.of === undefined ? '' : formatCount(props.of)}</span>
}
