import { Show } from 'solid-js'
import { limits } from '../../../../worker/contract/limits'
import { countCharacters } from '../../../../worker/contract/text'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'

interface DecisionNoteProps {
  id: string
  label: string
  hint: string
  value: string
  isRequired?: boolean
  /** The sentence that says what is wrong with it. */
  error?: string | undefined
  isInternal?: boolean
  onInput: (text: string) => void
}

export const noteLeft = (text: string): number => limits.note - countCharacters(text.trim())

/** A word to the author, or to colleagues: the two are told apart by more than their label. */
export function DecisionNote(props: DecisionNoteProps) {
  const left = () => noteLeft(props.value)
  return (
    <div class="panel-note" classList={{ 'panel-note-internal': props.isInternal ?? false }}>
      <label for={props.id}>
        {props.label}{' '}
        <span class="panel-optional">{props.isRequired ? t.decision.required : t.decision.optional}</span>
      </label>
      <Show when={props.error}>
        <p class="field-error" id={`${props.id}-error`} role="alert">
          {props.error}
        </p>
      </Show>
      <textarea
        id={props.id}
        rows="2"
        value={props.value}
        required={props.isRequired ?? false}
        aria-describedby={`${props.error ? `${props.id}-error ` : ''}${props.id}-hint ${props.id}-left`}
        aria-invalid={left() < 0 || props.error ? 'true' : undefined}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <p class="panel-hints">
        <span id={`${props.id}-hint`}>{props.hint}</span>
        <span id={`${props.id}-left`} classList={{ 'panel-over': left() < 0 }}>
          {left() < 0 ? t.decision.noteOver(formatCount(-left())) : t.decision.noteLeft(formatCount(left()))}
        </span>
      </p>
    </div>
  )
}
