import { For, Show } from 'solid-js'
import { t } from '../../../locales/desk'

interface Option {
  value: string
  name: string
}

interface ChoiceProps {
  id: string
  label: string
  value: string | undefined
  options?: readonly Option[]
  groups?: readonly { label: string; options: readonly Option[] }[]
  onChange: (value: string | undefined) => void
}

/** One of the options, or all of them. */
export function Choice(props: ChoiceProps) {
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      <select id={props.id} onChange={(event) => props.onChange(event.currentTarget.value || undefined)}>
        <option value="" selected={!props.value}>
          {t.staff.any}
        </option>
        <For each={props.options}>{(option) => <Item {...option} chosen={props.value} />}</For>
        <For each={props.groups}>
          {(group) => (
            <optgroup label={group.label}>
              <For each={group.options}>{(option) => <Item {...option} chosen={props.value} />}</For>
            </optgroup>
          )}
        </For>
      </select>
    </div>
  )
}

function Item(props: Option & { chosen: string | undefined }) {
  return (
    <option value={props.value} selected={props.chosen === props.value}>
      {props.name}
    </option>
  )
}

interface DayProps {
  id: string
  label: string
  value: string | undefined
  error?: string | undefined
  onChange: (day: string | undefined) => void
}

export function Day(props: DayProps) {
  return (
    <div class="field" classList={{ 'field-wrong': Boolean(props.error) }}>
      <label for={props.id}>{props.label}</label>
      <input
        id={props.id}
        type="date"
        value={props.value ?? ''}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={props.error ? `${props.id}-error` : undefined}
        onInput={(event) => props.onChange(event.currentTarget.value || undefined)}
      />
      <Show when={props.error}>
        <p class="field-error" id={`${props.id}-error`} role="alert">
          {props.error}
        </p>
      </Show>
    </div>
  )
}
