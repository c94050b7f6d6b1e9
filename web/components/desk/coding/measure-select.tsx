import { For } from 'solid-js'
import { t } from '../../../locales/desk'
import type { MeasureChoice } from '../moderation/queue-rail'

interface MeasureSelectProps {
  choices: readonly MeasureChoice[]
  value: string
  disabled?: boolean
  onChange: (measure: string) => void
}

/** One measure of the plan, or all of them. */
export function MeasureSelect(props: MeasureSelectProps) {
  return (
    <label class="field">
      <span>{t.sorting.measure}</span>
      <select disabled={props.disabled} onChange={(event) => props.onChange(event.currentTarget.value)}>
        <option value="" selected={props.value === ''}>
          {t.coding.all}
        </option>
        <For each={props.choices}>
          {(theme) => (
            <optgroup label={theme.theme}>
              <For each={theme.measures}>
                {(measure) => (
                  <option value={measure.key} selected={measure.key === props.value}>
                    {measure.key} {measure.name}
                  </option>
                )}
              </For>
            </optgroup>
          )}
        </For>
      </select>
    </label>
  )
}
