import { batch, createSignal, onCleanup } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { OpinionView } from '../../../../worker/contract/moderation/decisions'
import type { QueueItemView } from '../../../../worker/contract/moderation/queue'
import { ApiError, asApiError } from '../../../api/api-error'
import { passOn, sendDecision } from '../../../api/moderation'
import { t } from '../../../locales/desk'
import { type Choice, inputOf } from './choices'
import { createNotices, noticeKindOf } from './create-notices'
import type { QueueStore } from './create-queue'
import { createStaged } from './create-staged'
import { draftOf, forgetDraft, keepDraft } from './drafts'
import { authorName, doneName } from './names'

interface AdoptedBatch {
  batchId: string
  count: number
  reviewIds: readonly number[]
}

/** A second look that differs from the first: both stand beside one another until one is confirmed. */
interface Difference {
  own: Choice
  first: OpinionView
}

/** Decides at once on screen, takes back within the grace, and tells what the server refused. */
export function createDecisions(queue: QueueStore) {
  const staged = createStaged()
  const { notices, dismiss, dismissFor, tell } = createNotices()
  const [status, announce] = createSignal('')
  const [differences, setDifferences] = createStore<Record<number, Difference | undefined>>({})

  const reopen = (reviewIds: readonly number[]) =>
    batch(() => {
      for (const id of reviewIds) {
        queue.settle(id, null)
        queue.patch(id, { staged: null })
      }
      const first = reviewIds[0]
      if (first !== undefined) queue.select(first)
      return first
    })

  /** What is decided again waits until the server knows that it was undone. */
  const undoing = new Map<number, Promise<void>>()
  const bringBack = (reviewIds: readonly number[], answered: Promise<void>) => {
    for (const id of reviewIds) undoing.set(id, answered)
    const first = reopen(reviewIds)
    if (first !== undefined) queueMicrotask(() => focusItem(first))
  }

  /** Until the grace is over a decision can be taken back, then it is history. */
  function stage(item: QueueItemView, choice: Choice): number {
    const { reviewId } = item
    const name = authorName(item.author)
    const settleAs = (is: 'sending' | 'decided') =>
      queue.settle(reviewId, { is, decision: choice.decision, by: null, isMine: true })
    settleAs('sending')
    return staged.add({
      label: t.decision.sent(doneName(item, choice.decision), name),
      onUndoing: (answered) => {
        bringBack([reviewId], answered)
        announce(t.staged.undone(name))
      },
      onUndone: () => undefined,
      onTooLate: (error) => {
        settleAs('decided')
        tell('late', item, choice, error)
      },
      onUndoFailed: (error) => {
        settleAs('sending')
        tell('kept', item, choice, error)
      },
      onEffective: () => {
        settleAs('decided')
        if (sameTyped(item, choice)) forgetDraft(item)
      },
    })
  }

  function fail(item: QueueItemView, choice: Choice, error: ApiError) {
    const kind = noticeKindOf(error)
    queue.settle(item.reviewId, null)
    if (kind !== 'failed') void queue.reload(item.reviewId, error.decided)
    tell(kind, item, choice, error)
  }

  async function decide(item: QueueItemView, choice: Choice) {
    dismissFor(item)
    const key = stage(item, choice)
    await undoing.get(item.reviewId)
    const answer = await sendDecision(inputOf(item, choice)).catch(asApiError)
    batch(() => {
      if (answer instanceof ApiError) {
        staged.remove(key)
        return fail(item, choice, answer)
      }
      const name = authorName(item.author)
      const said = t.decision.sent(doneName(item, choice.decision), name)
      if (answer.outcome === 'staged') {
        const { stagedId: id, effectiveAt } = answer
        setDifferences(item.reviewId, undefined)
        if (!staged.answered(key, { stagedId: id })) return
        queue.settle(item.reviewId, null)
        queue.patch(item.reviewId, {
          staged: { id, decision: choice.decision, effectiveAt, by: '', isMine: true },
        })
        return announce(t.staged.said(said))
      }
      staged.remove(key)
      if (answer.outcome === 'recorded') {
        queue.settle(item.reviewId, { is: 'recorded', decision: choice.decision, by: null, isMine: true })
        forgetDraft(item)
        return announce(t.staged.recorded(name))
      }
      setDifferences(item.reviewId, { own: choice, first: answer.first })
      reopen([item.reviewId])
      announce(t.secondLook.said(name))
    })
  }

  /** The last word of a second look: as one judged oneself, or as it was first read. */
  function settleDifference(item: QueueItemView, chosen: Choice | OpinionView) {
    const { internalNote, redactions } = draftOf(item)
    const isOwn = 'redactions' in chosen
    const reason = isOwn ? chosen.reason : chosen.reason.id
    const { decision } = chosen
    void decide(item, {
      decision,
      reason,
      note: chosen.note ?? '',
      internalNote: isOwn ? chosen.internalNote : internalNote,
      redactions: decision === 'redact' ? redactions : [],
      isFinal: true,
    })
    queue.advance()
    const next = queue.position()
    if (next !== null) queueMicrotask(() => focusItem(next))
  }

  async function pass(item: QueueItemView, to: { id: string; name: string }, note: string) {
    dismissFor(item)
    queue.settle(item.reviewId, { is: 'passed', decision: null, by: to.name, isMine: true })
    const error = await passOn(item.reviewId, { to: to.id, note: note.trim() || undefined }).catch(asApiError)
    if (!error) {
      keepDraft(item, { passNote: '' })
      return announce(t.pass.said(authorName(item.author), to.name))
    }
    queue.settle(item.reviewId, null)
    tell('unpassed', item, null, error, note)
  }

  const warn = (event: BeforeUnloadEvent) => {
    if (staged.isSending()) event.preventDefault()
  }
  window.addEventListener('beforeunload', warn)
  onCleanup(() => window.removeEventListener('beforeunload', warn))

  return {
    notices,
    dismiss,
    status,
    announce,
    decide,
    settleDifference,
    pass,
    staged: staged.labels,
    undo: staged.undo,
    canUndo: staged.canUndo,
    differing: (reviewId: number) => differences[reviewId] ?? null,
    /** A decision on many at once is undone as one. */
    adopt({ batchId, count, reviewIds }: AdoptedBatch) {
      const label = t.staged.batch(String(count))
      staged.add(
        {
          label,
          onUndoing: (answered) => bringBack(reviewIds, answered),
          onUndone: () => announce(t.staged.undone(label)),
          onTooLate: () => announce(t.staged.tooLate(label)),
          onUndoFailed: () => announce(t.staged.notUndone(label)),
          onEffective: () => undefined,
        },
        { batchId },
      )
    },
  }
}

/** The row where it is on screen, or the open item itself. */
function focusItem(reviewId: number) {
  const row = document.getElementById(`row-${reviewId}`)
  const shown = row?.offsetParent ? row : document.getElementById('item-heading')
  shown?.focus({ preventScroll: true })
  shown?.scrollIntoView({ block: 'nearest' })
}

/** Nothing was typed since: what is forgotten is what was sent. */
function sameTyped(item: QueueItemView, choice: Choice): boolean {
  const draft = draftOf(item)
  return draft.note === choice.note && draft.internalNote === choice.internalNote
}

export type Decisions = ReturnType<typeof createDecisions>
