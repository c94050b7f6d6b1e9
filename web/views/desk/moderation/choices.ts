import type { DecisionInput } from '../../../../worker/contract/moderation/decisions'
import type { QueueItemView } from '../../../../worker/contract/moderation/queue'
import type { Redaction } from '../../../../worker/contract/redaction'
import type { Decision } from '../../../../worker/contract/words'
import { draftOf } from './drafts'

/** All that goes with a decision. */
export interface Choice {
  decision: Decision
  /** Empty: the standing reason of the decision. */
  reason: string
  note: string
  internalNote: string
  redactions: readonly Redaction[]
  /** The last word of a second look, after the first has been shown. */
  isFinal?: true
}

export type DecidingAct = 'publish' | 'return' | 'reject' | 'restore'

type Subject = Pick<QueueItemView, 'publicId' | 'revision' | 'reviewKind'>
type Text = Pick<Subject, 'publicId' | 'revision'>

const onAppeal: Record<DecidingAct, Decision | null> = {
  publish: 'restore',
  restore: 'restore',
  reject: 'uphold',
  return: null,
}

/** The decision that a key stands for: publishing hides what is marked, an appeal is granted or not. */
export function decisionFor(
  item: Subject,
  act: DecidingAct,
  hides: boolean = draftOf(item).redactions.length > 0,
): Decision | null {
  if (item.reviewKind === 'appeal') return onAppeal[act]
  if (act === 'restore') return null
  return act === 'publish' && hides ? 'redact' : act
}

/** What publishing sends without asking; null where the author is owed a reason, or a note stands that should be seen first. */
export function choiceAtOnce(item: Text, decision: Decision): Choice | null {
  const draft = draftOf(item)
  if (decision !== 'publish' && decision !== 'redact') return null
  if (draft.note.trim()) return null
  return choiceWith(item, decision, { reason: draft.reasons[decision] ?? '', note: '' })
}

/** A decision with what the panel says and what stands in the draft. */
export function choiceWith(
  item: Text,
  decision: Decision,
  { reason, note }: Pick<Choice, 'reason' | 'note'>,
): Choice {
  const { internalNote, redactions } = draftOf(item)
  const hides = decision === 'redact' || decision === 'restore'
  return { decision, reason, note, internalNote, redactions: hides ? redactions : [] }
}

export const needsReason = (decision: Decision): boolean => decision === 'return' || decision === 'reject'

/** Whoever appeals gets an answer in words. */
export const needsNote = (item: Pick<QueueItemView, 'reviewKind'>): boolean => item.reviewKind === 'appeal'

/** As the server takes it; without a review what was decided is decided anew. */
export function inputOf(
  { publicId, revision, reviewId }: Text & { reviewId?: number },
  choice: Choice,
): DecisionInput {
  const redactions = choice.redactions.map((passage) => ({ ...passage }))
  return {
    publicId,
    revision,
    reviewId,
    decision: choice.decision,
    reason: choice.reason || undefined,
    note: choice.note.trim() || undefined,
    internalNote: choice.internalNote.trim() || undefined,
    redactions: redactions.length > 0 ? redactions : undefined,
    isFinal: choice.isFinal,
  }
}
