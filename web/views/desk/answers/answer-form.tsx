import { createEffect, type JSX, Show } from 'solid-js'
import { limits } from '../../../../worker/contract/limits'
import { getStandardTexts } from '../../../api/standard-texts'
import { LongText } from '../../../components/desk/answers/long-text'
import {
  noStandard,
  type PickedStandard,
  StandardPicker,
} from '../../../components/desk/answers/standard-picker'
import { KeyHint } from '../../../components/desk/key-hint'
import { a } from '../../../locales/desk/answers'
import { createLoad } from '../create-load'
import { isConfirm } from '../moderation/shortcuts'

export interface AnswerFields extends PickedStandard {
  text: string
}

export const blankAnswer: AnswerFields = { text: '', ...noStandard }

/** What is sent of the fields. */
export const answerOfFields = ({ text, standardId, standardVersion }: AnswerFields) => ({
  text,
  ...(standardId > 0 && { standardText: { id: standardId, version: standardVersion } }),
})

interface AnswerFormProps {
  id: string
  fields: AnswerFields
  save: string
  errors: Record<string, string>
  problem: string
  isSending: boolean
  mayNot?: boolean
  onType: (change: Partial<AnswerFields>) => void
  onSend: () => void
  onCancel?: (() => void) | undefined
  /** Stands above the text. */
  children?: JSX.Element
}

/** An answer as it is written; what is typed stays on the device until it is saved. */
export function AnswerForm(props: AnswerFormProps) {
  let form!: HTMLFormElement
  const texts = createLoad(getStandardTexts)
  createEffect(() => {
    if (Object.keys(props.errors).length > 0)
      form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  })
  const send = () => {
    if (!props.isSending && !props.mayNot) props.onSend()
  }
  return (
    <form
      class="handling-form"
      ref={form}
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Show when={props.problem}>
        <p class="field-error" role="alert">
          {props.problem}
        </p>
      </Show>
      {props.children}
      <LongText
        id={`${props.id}-text`}
        label={a.answer.text}
        hint={a.answer.textHint}
        value={props.fields.text}
        max={limits.response}
        rows={7}
        error={props.errors.text ?? props.errors.standardText ?? props.errors.on}
        isConfirm={isConfirm}
        onInput={(text) => props.onType({ text })}
        onConfirm={send}
      >
        <StandardPicker
          id={`${props.id}-standard`}
          texts={texts.data()}
          text={props.fields.text}
          picked={props.fields}
          onPick={(text, picked) => props.onType({ text, ...picked })}
          onUnpick={() => props.onType(noStandard)}
        />
      </LongText>
      <p class="form-acts">
        <button type="submit" class="button button-blue" aria-disabled={props.isSending || props.mayNot}>
          {props.save}
          <KeyHint keys="Ctrl+Enter" />
        </button>
        <Show when={props.onCancel}>
          {(cancel) => (
            <button type="button" class="button" onClick={() => cancel()()}>
              {a.answer.cancel}
            </button>
          )}
        </Show>
      </p>
    </form>
  )
}
