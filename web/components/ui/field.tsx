import { type JSX, Show } from 'solid-js'

interface FieldFrame {
  name: string
  label: JSX.Element
  hint?: string | undefined
  optional?: string | undefined
  error?: string | undefined
}

export const describedBy = (props: Omit<FieldFrame, 'label'>, more = ''): string | undefined =>
  [props.hint && `hint-${props.name}`, props.error && `error-${props.name}`, more]
    .filter(Boolean)
    .join(' ') || undefined

/** Label, hint and error around one control, which takes the id `field-<name>`. */
export function Field(props: FieldFrame & { children: JSX.Element }) {
  return (
    <div class="field" classList={{ 'has-error': Boolean(props.error) }}>
      <label for={`field-${props.name}`}>
        {props.label}
        <Show when={props.optional}>
          <span class="optional">{props.optional}</span>
        </Show>
      </label>
      <Show when={props.hint}>
        <p class="hint" id={`hint-${props.name}`}>
          {props.hint}
        </p>
      </Show>
      <FieldError name={props.name} error={props.error} />
      {props.children}
    </div>
  )
}

export function FieldError(props: { name: string; error?: string | undefined }) {
  return (
    <Show when={props.error}>
      <p class="field-error" id={`error-${props.name}`}>
        {props.error}
      </p>
    </Show>
  )
}

type InputProps = FieldFrame & {
  value: string
  onValue?: (value: string) => void
  onLeave?: () => void
  type?: string
  inputmode?: 'numeric' | 'decimal' | 'text'
  autocomplete?: string
  class?: string
  spellcheck?: boolean
  lang?: string
}

export function TextField(props: InputProps) {
  return (
    <Field
      name={props.name}
      label={props.label}
      hint={props.hint}
      optional={props.optional}
      error={props.error}
    >
      <input
        class={`input ${props.class ?? ''}`}
        id={`field-${props.name}`}
        name={props.name}
        type={props.type ?? 'text'}
        inputmode={props.inputmode}
        autocomplete={props.autocomplete}
        spellcheck={props.spellcheck ?? true}
        value={props.value}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error ? 'true' : undefined}
        onInput={(event) => props.onValue?.(event.currentTarget.value)}
        onFocusOut={() => props.onLeave?.()}
      />
    </Field>
  )
}
