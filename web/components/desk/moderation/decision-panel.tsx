import { createEffect, createSignal, onMount } from 'solid-js'
import type { ReasonChoice } from '../../../../worker/contract/moderation/decisions'
import type { Decision } from '../../../../worker/contract/words'
import type { ApiError } from '../../../api/api-error'
import { t } from '../../../locales/desk'
import { KeyHint } from '../key-hint'
import { DecisionNote, noteLeft } from './decision-note'
import { DecisionReasons } from './decision-reasons'

interface DecisionPanelProps {
  decision: Decision
  act: string
  /** undefined while they are on their way. */
  reasons: readonly ReasonChoice[] | undefined
  reasonsError: ApiError | null
  /** The reason that was chosen before, if any. */
  reason: string
  /** Without one chosen, the first is meant. */
  hasUsualReason: boolean
  isNoteRequired: boolean
  note: string
  internalNote: string
  keysShown: boolean
  reasonIndex: (event: KeyboardEvent, count: number) => number | null
  isConfirm: (event: KeyboardEvent) => boolean
  onReason: (reason: string) => void
  onNote: (note: string) => void
  onInternalNote: (note: string) => void
  onRetryReasons: () => void
  onConfirm: (reason: string, note: string) => void
  onCancel: () => void
}

/** The reason, a word to the author and one to colleagues. */
export function DecisionPanel(props: DecisionPanelProps) {
  let form!: HTMLFormElement
  const [asked, setAsked] = createSignal(false)
  const reasons = () => props.reasons ?? []
  const chosen = () => reasons().find(({ id }) => id === props.reason)?.id ?? usual()
  const usual = () => (props.hasUsualReason ? (reasons()[0]?.id ?? '') : '')
  const reasonWrong = () => asked() && !chosen() && !props.hasUsualReason
  const noteWrong = () => asked() && props.isNoteRequired && !props.note.trim()

  const radio = (index: number) => form.querySelectorAll<HTMLInputElement>('input[type=radio]')[index]
  const field = (name: string) => form.querySelector<HTMLTextAreaElement>(`#${name}`)
  const focusReason = () => {
    const index = reasons().findIndex(({ id }) => id === chosen())
    ;(radio(Math.max(0, index)) ?? form).focus()
  }
  onMount(() => (props.isNoteRequired ? field('decision-note')?.focus() : focusReason()))
  createEffect(() => {
    if (props.reasons && document.activeElement === form) focusReason()
  })

  const confirm = () => {
    setAsked(true)
    if (reasonWrong()) return focusReason()
    if (noteLeft(props.note) < 0 || noteWrong()) return field('decision-note')?.focus()
    if (noteLeft(props.internalNote) < 0) return field('decision-internal')?.focus()
    props.onConfirm(chosen(), props.note)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault()
      return props.onCancel()
    }
    if (props.isConfirm(event)) {
      event.preventDefault()
      return confirm()
    }
    const index = props.reasonIndex(event, reasons().length)
    const picked = index === null ? undefined : reasons()[index]
    if (index === null || !picked) return
    event.preventDefault()
    props.onReason(picked.id)
    radio(index)?.focus()
  }

  return (
    <form
      class="panel"
      classList={{ [`panel-${props.decision}`]: true }}
      ref={form}
      tabindex="-1"
      aria-label={props.act}
      novalidate
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault()
        confirm()
      }}
    >
      <h3 class="panel-heading">{props.act}</h3>
      <DecisionReasons
        reasons={props.reasons}
        hasFailed={props.reasonsError !== null}
        chosen={chosen()}
        isMissing={reasonWrong()}
        keysShown={props.keysShown}
        onChoose={props.onReason}
        onRetry={props.onRetryReasons}
      />
      <DecisionNote
        id="decision-note"
        label={props.isNoteRequired ? t.decision.reply : t.decision.note}
        hint={t.decision.noteHint}
        value={props.note}
        isRequired={props.isNoteRequired}
        error={noteWrong() ? t.decision.noteMissing : undefined}
        onInput={props.onNote}
      />
      <DecisionNote
        id="decision-internal"
        label={t.decision.internalNote}
        hint={t.decision.internalHint}
        value={props.internalNote}
        isInternal
        onInput={props.onInternalNote}
      />
      <div class="panel-acts">
        <button type="submit" class="act act-main" classList={{ [`act-${props.decision}`]: true }}>
          {t.decision.confirm(props.act)}
          <KeyHint keys="Enter" />
        </button>
        <button type="button" class="act" onClick={() => props.onCancel()}>
          {t.decision.cancel}
          <KeyHint keys="Esc" />
        </button>
      </div>
    </form>
  )
}
