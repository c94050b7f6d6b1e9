import { createSignal, onMount } from 'solid-js'
import { limits } from '../../../../worker/contract/limits'
import type { ReasonChoice } from '../../../../worker/contract/moderation/decisions'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'
import { KeyHint } from '../key-hint'
import { DecisionNote, noteLeft } from './decision-note'
import { DecisionReasons } from './decision-reasons'

export interface BulkFormWords {
  reason?: string | undefined
  note?: string | undefined
  internalNote?: string | undefined
}

interface BulkFormProps {
  decision: 'publish' | 'return' | 'reject'
  act: string
  count: number
  isSending: boolean
  reasons: readonly ReasonChoice[] | undefined
  hasFailed: boolean
  typed: { reason: string; note: string; internalNote: string }
  reasonIndex: (event: KeyboardEvent, count: number) => number | null
  isConfirm: (event: KeyboardEvent) => boolean
  keysShown: boolean
  onRetryReasons: () => void
  onType: (part: Partial<BulkFormProps['typed']>) => void
  onConfirm: (words: BulkFormWords) => void
  onCancel: () => void
}

/** The one reason for all, and the words that go with it. */
export function BulkForm(props: BulkFormProps) {
  let form!: HTMLFormElement
  const [asked, setAsked] = createSignal(false)
  const reasons = () => props.reasons ?? []
  const usual = () => (props.decision === 'publish' ? (reasons()[0]?.id ?? '') : '')
  const chosen = () => reasons().find(({ id }) => id === props.typed.reason)?.id ?? usual()
  const isMissing = () => asked() && !chosen()
  const radio = (index: number) => form.querySelectorAll<HTMLInputElement>('input[type=radio]')[index]
  const focusReason = () => {
    const index = reasons().findIndex(({ id }) => id === chosen())
    ;(radio(Math.max(0, index)) ?? form).focus()
  }
  onMount(focusReason)

  const confirm = () => {
    if (props.isSending || props.count === 0) return
    setAsked(true)
    if (!chosen()) return focusReason()
    const { note, internalNote } = props.typed
    if (noteLeft(note) < 0) return form.querySelector<HTMLElement>('#bulk-note')?.focus()
    if (noteLeft(internalNote) < 0) return form.querySelector<HTMLElement>('#bulk-internal')?.focus()
    props.onConfirm({
      reason: chosen(),
      note: note.trim() || undefined,
      internalNote: internalNote.trim() || undefined,
    })
  }
  const press = (event: KeyboardEvent) => {
    if (props.isConfirm(event)) {
      event.preventDefault()
      return confirm()
    }
    const index = props.reasonIndex(event, reasons().length)
    const picked = index === null ? undefined : reasons()[index]
    if (index === null || !picked) return
    event.preventDefault()
    props.onType({ reason: picked.id })
    radio(index)?.focus()
  }

  return (
    <form
      class="bulk-form"
      ref={form}
      tabindex="-1"
      aria-label={t.bulk.heading(props.act)}
      novalidate
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault()
        confirm()
      }}
    >
      <DecisionReasons
        reasons={props.reasons}
        hasFailed={props.hasFailed}
        chosen={chosen()}
        isMissing={isMissing()}
        keysShown={props.keysShown}
        onChoose={(reason) => props.onType({ reason })}
        onRetry={props.onRetryReasons}
      />
      <DecisionNote
        id="bulk-note"
        label={t.decision.note}
        hint={t.decision.noteHint}
        value={props.typed.note}
        onInput={(note) => props.onType({ note })}
      />
      <DecisionNote
        id="bulk-internal"
        label={t.decision.internalNote}
        hint={t.decision.internalHint}
        value={props.typed.internalNote}
        isInternal
        onInput={(internalNote) => props.onType({ internalNote })}
      />
      <div class="dialog-acts">
        <button type="button" class="button" disabled={props.isSending} onClick={() => props.onCancel()}>
          {t.decision.cancel}
          <KeyHint keys="Esc" />
        </button>
        <button type="submit" class="button button-main" aria-disabled={props.isSending || props.count === 0}>
          {t.bulk.confirm(props.act, formatCount(Math.min(props.count, limits.batchSize)))}
          <KeyHint keys="Enter" />
        </button>
      </div>
    </form>
  )
}
