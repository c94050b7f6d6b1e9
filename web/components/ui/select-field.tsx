import { For } from 'solid-js'
import { describedBy, Field } from './field'

/** A choice from a list that unfolds; without a value the first line asks for one. */
export function SelectField(props: {
  name: string
  /** Where a page asks the same of several. */
  id?: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** The line for no value; left out where there is always one. */
  blank?: string
  options: readonly (readonly [value: string, label: string])[]
  value: string
}) {
  return (
    <Field name={props.id ?? props.name} label={props.label} hint={props.hint} error={props.error}>
      <select
        class="input"
        id={`field-${props.id ?? props.name}`}
        name={props.name}
        aria-describedby={describedBy({ name: props.id ?? props.name, hint: props.hint, error: props.error })}
        aria-invalid={props.error ? 'true' : undefined}
      >
        {props.blank ? (
          <option value="" selected={props.value === ''}>
            {props.blank}
          </option>
        ) : null}
        <For each={props.options}>
          {([value, label]) => (
            <option value={value} selected={props.value === value}>
              {label}
            </option>
          )}
        </For>
      </select>
    </Field>
  )
}
