import { For, type JSX, Show } from 'solid-js'
import { describedBy, FieldError } from './field'

export interface Choice {
  value: string
  label: string
  hint?: string | undefined
}

/** Radio buttons under a legend; the first takes the id `field-<name>` so that an error can lead to it. */
export function Choices(props: {
  name: string
  legend: JSX.Element
  hint?: string | undefined
  error?: string | undefined
  choices: Choice[]
  value: string
  layout?: 'row' | 'column'
  onChoose?: (value: string) => void
}) {
  return (
    <fieldset
      class="field choices"
      classList={{ 'has-error': Boolean(props.error), 'choices-row': props.layout === 'row' }}
      aria-describedby={describedBy({ name: props.name, hint: props.hint, error: props.error })}
    >
      <legend>{props.legend}</legend>
      <Show when={props.hint}>
        <p class="hint" id={`hint-${props.name}`}>
          {props.hint}
        </p>
      </Show>
      <FieldError name={props.name} error={props.error} />
      <div class="choice-list">
        <For each={props.choices}>
          {(choice, index) => (
            <label class="choice">
              <input
                type="radio"
                name={props.name}
                id={index() === 0 ? `field-${props.name}` : undefined}
                value={choice.value}
                checked={props.value === choice.value}
                onChange={() => props.onChoose?.(choice.value)}
              />
              <span class="choice-words">
                <span class="choice-label">{choice.label}</span>
                <Show when={choice.hint}>
                  <span class="choice-hint">{choice.hint}</span>
                </Show>
              </span>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  )
}
