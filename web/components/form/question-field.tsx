import type { FormWords } from '../../locales/form'
import type { Question } from '../../page'
import { TextField } from '../ui/field'

/** A sum, for browsers without scripts and for those in which the proof-of-work failed. */
export function QuestionField(props: {
  words: FormWords['proof']
  question: Question
  error: string | null
}) {
  const { words } = props
  return (
    <TextField
      name="answer"
      label={words.question(props.question.left, props.question.right)}
      hint={words.questionHint}
      error={props.error ?? undefined}
      inputmode="numeric"
      autocomplete="off"
      class="input-short"
      value=""
    />
  )
}
