import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Redaction } from '../../contract/redaction'
import type { CommentState, Decision } from '../../contract/words'
import type { Query } from '../../db/client'
import type { Act } from '../audit/acts'
import { recordAudit } from '../audit/record'
import { enqueueDecisionMail } from '../outbox/enqueue'
import { searchedText } from '../search/searched-text'
import { tellOfDecision } from '../submissions/tell-of-decision'
import { wholeTextColumn } from '../wordings/wording-columns'
import { asDecided, type DueDecision, isNowIn } from './due-decision'
import { hideWords } from './hide-words'
import { openReview } from './open-review'
import { countAgreement, type Opinion, recordOpinion } from './opinions'

/** A decision made real: the row for good, the state, what the public reads and finds, what waits, who is told. */
export function takeEffect(
  ctx: ServiceContext,
  due: DueDecision,
  state: CommentState,
  { isRechecked, originalHash }: { isRechecked: boolean; originalHash: string },
): [Query, ...Query[]] {
  const { db, now } = ctx
  const { id, comment_id: commentId } = due
  const isNow = isNowIn('moderation_decisions', id)
  const redactions: Redaction[] = JSON.parse(due.redactions)
  const { body, wording, summary } = hideWords(due, redactions)
  return [
    insertDecision(ctx, due),
    ...(redactions.length > 0 ? keepOriginal(ctx, due) : []),
    db.run(sql`
      UPDATE comments SET state = ${state}, body = ${body}, is_unconfirmed = 0, decided_at = ${now.getTime()}
      WHERE id = ${commentId} AND ${isNow}`),
    ...(wording !== due.wording
      ? [
          db.run(sql`
            UPDATE wordings SET text = ${wording}
            WHERE comment_id = ${commentId} AND revision = ${due.revision} AND ${isNow}`),
        ]
      : []),
    ...(summary !== due.summary
      ? [db.run(sql`UPDATE annexes SET summary = ${summary} WHERE comment_id = ${commentId} AND ${isNow}`)]
      : []),
    db.run(sql`DELETE FROM comment_search WHERE rowid = ${commentId} AND ${isNow}`),
    db.run(sql`
      INSERT INTO comment_search (rowid, body) SELECT id, ${searchedText({ body, wording, summary })} FROM comments
      WHERE id = ${commentId} AND state = 'published' AND ${isNow}`),
    db.run(sql`DELETE FROM reviews WHERE comment_id = ${commentId} AND ${isNow}`),
    ...(isRechecked && due.decision !== 'redact'
      ? openReview(ctx, commentId, 'recheck', sql`SELECT ${due.staged_by} AS user_id`, isNow)
      : []),
    ...(due.first_decision && due.first_reason
      ? agree(ctx, due, { decision: due.first_decision, reasonId: due.first_reason })
      : []),
    recordAudit(ctx, auditOf(due, state, redactions, originalHash), isNow),
    enqueueDecisionMail(ctx, commentId, id, isNow),
    ...tellOfDecision(ctx, due, isNow),
  ]
}

/** What was public at once was as unread as what waits. How long it waited counts for what waited to be read, not for what was decided anew or appealed against. */
function insertDecision(ctx: ServiceContext, due: DueDecision): Query {
  const now = ctx.now.getTime()
  return ctx.db.run(sql`
    INSERT INTO moderation_decisions (id, comment_id, revision, reason_id, note, decided_by, decided_at, decision,
      reason_version, internal_note, review_kind, from_state, staged_at, waited_minutes, batch_id)
    SELECT t.id, t.comment_id, t.revision, t.reason_id, t.note, t.staged_by, ${now}, t.decision, t.reason_version,
      t.internal_note, t.review_kind, iif(c.is_unconfirmed = 1, 'pending', c.state), t.staged_at,
      iif(t.review_kind IN ('first', 'second'), max(0, CAST(${now} - c.submitted_at AS INTEGER) / 60000), NULL),
      t.batch_id
    ${asDecided(due)}`)
}

/** The text as it was sent is kept once; positions count in it, however often something is hidden. */
function keepOriginal(ctx: ServiceContext, { id, comment_id: commentId }: DueDecision): Query[] {
  const isNow = isNowIn('moderation_decisions', id)
  return [
    ctx.db.run(sql`
      INSERT INTO comment_originals (comment_id, revision, body)
      SELECT c.id, c.revision, ${wholeTextColumn} FROM comments c
      WHERE c.id = ${commentId} AND ${isNow} ON CONFLICT DO NOTHING`),
    ctx.db.run(sql`
      INSERT INTO redactions (decision_id, number, comment_id, revision, start_offset, end_offset, reason)
      SELECT t.id, p.key + 1, t.comment_id, t.revision, p.value ->> 'start', p.value ->> 'end', p.value ->> 'reason'
      FROM staged_decisions t, json_each(t.redactions) p WHERE t.id = ${id} AND ${isNow}`),
  ]
}

/** A second look that came to the same decision, or whose difference is on record already. */
function agree(
  ctx: ServiceContext,
  due: DueDecision,
  first: { decision: Decision; reasonId: string },
): Query[] {
  const opinion: Opinion = {
    id: due.id,
    commentId: due.comment_id,
    publicId: due.public_id,
    revision: due.revision,
    kind: 'second',
    decision: due.decision,
    reasonId: due.reason_id,
    reasonVersion: due.reason_version,
    note: due.note,
    internalNote: due.internal_note,
    redactions: due.redactions,
    batchId: due.batch_id,
    givenBy: due.staged_by,
  }
  const isNow = isNowIn('moderation_decisions', due.id)
  return [...recordOpinion(ctx, opinion, isNow), countAgreement(ctx, opinion, first, isNow)]
}

const actions: Partial<Record<Decision, Act>> = {
  redact: 'comment.redacted',
  restore: 'comment.restored',
  uphold: 'comment.upheld',
}

const isConfirmation = ({ decision, is_unconfirmed }: DueDecision) =>
  decision === 'publish' && is_unconfirmed === 1

/** Positions, codes and a hash of what stood there, never the words. */
function auditOf(due: DueDecision, state: CommentState, redactions: Redaction[], originalHash: string) {
  return {
    action: isConfirmation(due)
      ? ('comment.confirmed' as const)
      : (actions[due.decision] ?? (`comment.${state}` as const)),
    subjectKind: 'comment' as const,
    subjectId: due.public_id,
    data: {
      revision: due.revision,
      decision: due.id,
      state,
      reason: due.reason_id,
      reasonVersion: due.reason_version,
      ...(redactions.length > 0 && { redactions, original: originalHash }),
      ...(due.batch_id && { batch: due.batch_id }),
    },
  }
}

/** SHA-256 of the decision's id and the text as it was sent: the id is told to nobody outside, so that no short text can be guessed. */
export async function hashOriginal({ id, original }: DueDecision): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${id} ${original}`))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
