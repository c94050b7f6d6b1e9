import { For, Show } from 'solid-js'
import type { DraftContent, PlanPreview } from '../../../../worker/contract/consultations'
import { limits } from '../../../../worker/contract/limits'
import type { UnitView } from '../../../../worker/contract/units'
import { language } from '../../../locales/desk'
import { c } from '../../../locales/desk/consultations'

interface MeasureFactsProps {
  preview: PlanPreview | undefined
  content: DraftContent
  units: readonly UnitView[]
  error?: string | undefined
  onChange: (change: Partial<DraftContent>) => void
}

/** Short names of themes and measures, and whose each measure is. */
export function MeasureFacts(props: MeasureFactsProps) {
  const named = (key: string) => props.content.names[key] ?? { zh: '', en: '' }
  const rename = (key: string, change: Partial<{ zh: string; en: string }>) =>
    props.onChange({ names: { ...props.content.names, [key]: { ...named(key), ...change } } })
  const lead = (key: string, unit: string) => {
    const { [key]: held, ...others } = props.content.units
    props.onChange({
      units: unit ? { ...others, [key]: { lead: unit, supports: held?.supports ?? [] } } : others,
    })
  }
  const rows = () =>
    props.preview?.themes.flatMap((theme) => [
      { key: theme.key, title: theme.title, isTheme: true },
      ...theme.measures.map(({ key, title }) => ({ key, title, isTheme: false })),
    ]) ?? []
  return (
    <section class="block" aria-labelledby="measures-heading" id="draft-units">
      <h2 id="measures-heading">{c.editor.measures}</h2>
      <p class="hint">{c.editor.measuresHint}</p>
      <Show when={props.error}>
        <p class="field-error">{props.error}</p>
      </Show>
      <ul class="measure-facts">
        <For each={rows()}>
          {(row) => (
            <li classList={{ 'is-theme': row.isTheme }}>
              <span class="measure-facts-title" lang="zh-CN">
                <b>{row.key}</b> {row.title}
              </span>
              <input
                class="input"
                aria-label={`${row.key} ${c.editor.shortZh}`}
                placeholder={c.editor.shortZh}
                maxlength={limits.shortTitle}
                value={named(row.key).zh}
                onInput={(event) => rename(row.key, { zh: event.currentTarget.value })}
              />
              <input
                class="input"
                aria-label={`${row.key} ${c.editor.shortEn}`}
                placeholder={c.editor.shortEn}
                maxlength={limits.shortTitleEn}
                value={named(row.key).en}
                onInput={(event) => rename(row.key, { en: event.currentTarget.value })}
              />
              <Show when={!row.isTheme}>
                <select
                  class="input"
                  aria-label={`${row.key} ${c.editor.lead}`}
                  onChange={(event) => lead(row.key, event.currentTarget.value)}
                >
                  <option value="">{c.editor.noLead}</option>
                  <For each={props.units}>
                    {(unit) => (
                      <option value={unit.key} selected={props.content.units[row.key]?.lead === unit.key}>
                        {language === 'en' ? unit.nameEn : unit.name}
                      </option>
                    )}
                  </For>
                </select>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
