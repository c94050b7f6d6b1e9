import { isRoleAmong, type UserActor } from '../../context'
import type { DecisionInput } from '../../contract/moderation/decisions'
import { areRedactionsInPlace } from '../../contract/redaction'
import type { Decision } from '../../contract/words'
import { AppError, invalidField } from '../../errors'
import { actOf, nextState, standingOf } from '../comments/rules'
import { conflict, heldByOther, passedToOther } from './conflict'
import type { Subject } from './subject'

/** What is refused to an author always names its own reason; the rest has a usual one. */
const needsReason: readonly Decision[] = ['return', 'reject']
const mayRedact: readonly Decision[] = ['redact', 'restore']

/** Throws what speaks against a decision, the gravest first: that it is too late, not allowed, not theirs, not complete. */
export function assertDecidable(subject: Subject, input: DecisionInput, actor: UserActor, now: Date): void {
  assertReason(subject, input)
  assertCurrent(subject, input)
  assertAllowed(subject, input, actor)
  assertTheirs(subject, actor)
  assertReturnable(subject, input, now)
  if (subject.review_kind === 'appeal' && !input.note) throw invalidField('note', 'note_required')
  assertRedactions(subject, input)
}

function assertReason(subject: Subject, { decision, reason }: DecisionInput): void {
  if (reason && !subject.reason_id) throw invalidField('reason', 'reason_unknown')
  if (!reason && (needsReason.includes(decision) || !subject.reason_id))
    throw invalidField('reason', 'reason_required')
}

function assertCurrent(subject: Subject, { reviewId, revision }: DecisionInput): void {
  const isGone = reviewId !== undefined && subject.review_id === null
  const isStaged = subject.staged_at !== null && subject.review_kind !== 'recheck'
  if (isGone || isStaged || subject.revision !== revision) throw conflict(subject, revision)
}

/** A re-check is of the text alone, as if it still waited. What nobody asked to have decided is the seniors' to decide anew. */
function assertAllowed(subject: Subject, { decision }: DecisionInput, actor: UserActor): void {
  const isAnew = subject.review_kind === null
  const isRecheck = subject.review_kind === 'recheck'
  const standing = isRecheck ? 'pending' : standingOf(subject.state, subject.is_unconfirmed === 1)
  const next = nextState(standing, actOf(decision, standing), subject.is_publishable === 1)
  if (next === null || subject.erased_at !== null || (isAnew && decision === 'uphold'))
    throw new AppError('act_not_allowed')
  if (isAnew && !isRoleAmong(actor.role, ['senior_moderator'])) throw new AppError('forbidden')
}

function assertTheirs(subject: Subject, actor: UserActor): void {
  if (subject.is_excluded) throw new AppError('colleague_required')
  if (subject.holder_id !== null && subject.holder_id !== actor.id)
    throw heldByOther(subject.holder, subject.held_until ?? 0)
  if (subject.receiver_id !== null && subject.receiver_id !== actor.id) throw passedToOther(subject.receiver)
}

/** After closing nobody can change a text any more: it is published or rejected as it stands. */
function assertReturnable(subject: Subject, { decision }: DecisionInput, now: Date): void {
  if (decision !== 'return' || subject.review_kind === 'recheck' || now.getTime() < subject.closes_at) return
  throw new AppError('consultation_closed', {
    detail: {
      zh: '征集已经截止，提交人不能再修改。请选择发布或者不予发布。',
      en: 'The consultation has closed and the author can no longer change the text. Please publish or reject it.',
    },
  })
}

function assertRedactions(subject: Subject, { decision, redactions = [] }: DecisionInput): void {
  if (decision === 'redact' && redactions.length === 0) throw invalidField('redactions', 'redaction_required')
  if (redactions.length > 0 && !mayRedact.includes(decision)) throw invalidField('redactions', 'unknown_key')
  if (!areRedactionsInPlace(subject.body, redactions)) throw invalidField('redactions', 'redaction_misplaced')
}
