import type { JSX } from 'solid-js'
import { limits } from '../../../../worker/contract/limits'
import { getStandardTexts } from '../../../api/standard-texts'
import { LongText } from '../../../components/desk/answers/long-text'
import {
  noStandard,
  type PickedStandard,
  StandardPicker,
} from '../../../components/desk/answers/standard-picker'
import { HandlingForm } from '../../../components/desk/handling-form'
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
  const texts = createLoad(getStandardTexts)
  const mayNot = () => props.isSending || props.mayNot === true
  return (
    <HandlingForm
      save={props.save}
      errors={props.errors}
      problem={props.problem}
      mayNot={mayNot()}
      onSend={props.onSend}
      onCancel={props.onCancel}
    >
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
        onConfirm={() => !mayNot() && props.onSend()}
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
    </HandlingForm>
  )
}
