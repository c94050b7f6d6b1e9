import { createSignal, type JSX, Show } from 'solid-js'
import { t } from '../../../locales/desk'

interface TextFieldProps {
  id: string
  label: string
  ref: HTMLInputElement
  type?: 'text' | 'email' | 'password'
  autocomplete: string
  inputmode?: 'numeric' | 'text' | 'email'
  hint?: string | undefined
  error?: string | undefined
  value?: string
  children?: JSX.Element
}

export function TextField(props: TextFieldProps) {
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
      <input
        id={props.id}
        ref={props.ref}
        type={props.type ?? 'text'}
        value={props.value ?? ''}
        autocomplete={props.autocomplete as 'username'}
        inputmode={props.inputmode}
        autocapitalize="none"
        spellcheck={false}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={described()}
      />
      {props.children}
    </div>
  )
}

type PasswordFieldProps = Omit<TextFieldProps, 'type' | 'autocomplete' | 'hint' | 'children'> & {
  /** A password that is chosen here, not one that is asked. */
  isNew?: boolean
}

/** A password that can be made visible. */
export function PasswordField(props: PasswordFieldProps) {
  const [revealed, setRevealed] = createSignal(false)
  return (
    <TextField
      {...props}
      type={revealed() ? 'text' : 'password'}
      autocomplete={props.isNew ? 'new-password' : 'current-password'}
      hint={props.isNew ? t.passwordField.hint : undefined}
    >
      <label class="check">
        <input
          type="checkbox"
          checked={revealed()}
          onChange={(event) => setRevealed(event.currentTarget.checked)}
        />
        {t.signIn.showPassword}
      </label>
    </TextField>
  )
}
