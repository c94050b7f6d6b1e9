import { createEffect, type JSX, Show } from 'solid-js'
import { a } from '../../locales/desk/answers'
import { KeyHint } from './key-hint'

interface HandlingFormProps {
  ref?: (form: HTMLFormElement) => void
  save: string
  cancel?: string
  errors: Record<string, string>
  problem: string
  /** It is under way, or there is nothing to send. */
  mayNot: boolean
  onSend: () => void
  onCancel?: (() => void) | undefined
  children: JSX.Element
}

/** The frame of what is written about a comment: what is wrong comes first, and the first wrong field has the focus. */
export function HandlingForm(props: HandlingFormProps) {
  let form!: HTMLFormElement
  createEffect<number>((before) => {
    const wrong = Object.keys(props.errors).length
    if (wrong > before) form.querySelector<HTMLElement>('[aria-invalid="true"], .field-wrong input')?.focus()
    return wrong
  }, 0)
  return (
    <form
      class="handling-form"
      ref={(element) => {
        form = element
        props.ref?.(element)
      }}
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!props.mayNot) props.onSend()
      }}
    >
      <Show when={props.problem}>
        <p class="field-error" role="alert">
          {props.problem}
        </p>
      </Show>
      {props.children}
      <p class="form-acts">
        <button type="submit" class="button button-blue" aria-disabled={props.mayNot}>
          {props.save}
          <KeyHint keys="Ctrl+Enter" />
        </button>
        <Show when={props.onCancel}>
          {(cancel) => (
            <button type="button" class="button" onClick={() => cancel()()}>
              {props.cancel ?? a.answer.cancel}
            </button>
          )}
        </Show>
      </p>
    </form>
  )
}
