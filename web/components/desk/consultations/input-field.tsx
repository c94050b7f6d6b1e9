import { type JSX, Show } from 'solid-js'

interface InputFieldProps {
  id: string
  label: string
  value: string
  onInput: (value: string) => void
  type?: 'text' | 'date'
  rows?: number
  hint?: string
  error?: string | undefined
  isFixed?: boolean
  children?: JSX.Element
}

/** A line, a day or, with `rows`, a text. */
export function InputField(props: InputFieldProps) {
  const described = () =>
    [props.error && `${props.id}-error`, props.hint && `${props.id}-hint`].filter(Boolean).join(' ') ||
    undefined
  return (
    <div class="field" classList={{ 'field-wrong': Boolean(props.error) }}>
      <label for={props.id}>{props.label}</label>
      <Show when={props.hint}>
        <p class="field-hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={props.error}>
        <p class="field-error" id={`${props.id}-error`}>
          {props.error}
        </p>
      </Show>
      <Show
        when={props.rows}
        fallback={
          <input
            class="input"
            id={props.id}
            type={props.type ?? 'text'}
            value={props.value}
            disabled={props.isFixed}
            autocomplete="off"
            aria-invalid={props.error ? 'true' : undefined}
            aria-describedby={described()}
            onInput={(event) => props.onInput(event.currentTarget.value)}
          />
        }
      >
        {(rows) => (
          <textarea
            class="input"
            id={props.id}
            rows={rows()}
            value={props.value}
            spellcheck={false}
            aria-invalid={props.error ? 'true' : undefined}
            aria-describedby={described()}
            onInput={(event) => props.onInput(event.currentTarget.value)}
          />
        )}
      </Show>
      {props.children}
    </div>
  )
}
