import { type JSX, Show } from 'solid-js'
import { countCharacters } from '../../../../worker/contract/text'
import { a } from '../../../locales/desk/answers'
import { formatCount } from '../../../locales/desk/format'

interface LongTextProps {
  id: string
  label: string
  hint?: string
  value: string
  max: number
  rows: number
  error?: string | undefined
  isConfirm: (event: KeyboardEvent) => boolean
  onInput: (text: string) => void
  onConfirm: () => void
  /** Stands between label and text. */
  children?: JSX.Element
}

/** A text of some length with what is left of it; Ctrl+Enter sends the form it stands in. */
export function LongText(props: LongTextProps) {
  const left = () => props.max - countCharacters(props.value.trim())
  return (
    <div class="field long-text" classList={{ 'field-wrong': Boolean(props.error) }}>
      <label for={props.id}>{props.label}</label>
      <Show when={props.error}>
        <p class="field-error" id={`${props.id}-error`}>
          {props.error}
        </p>
      </Show>
      {props.children}
      <textarea
        id={props.id}
        rows={props.rows}
        value={props.value}
        aria-invalid={props.error || left() < 0 ? 'true' : undefined}
        aria-describedby={`${props.error ? `${props.id}-error ` : ''}${props.hint ? `${props.id}-hint ` : ''}${props.id}-left`}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (!props.isConfirm(event)) return
          event.preventDefault()
          props.onConfirm()
        }}
      />
      <p class="panel-hints">
        <span id={`${props.id}-hint`}>{props.hint}</span>
        <span id={`${props.id}-left`} classList={{ 'panel-over': left() < 0 }}>
          {left() < 0 ? a.over(formatCount(-left())) : a.left(formatCount(left()))}
        </span>
      </p>
    </div>
  )
}
