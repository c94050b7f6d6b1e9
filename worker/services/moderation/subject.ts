import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext, UserActor } from '../../context'
import type { DecisionInput } from '../../contract/moderation/decisions'
import type { CommentState, Decision, ReviewKind } from '../../contract/words'
import { AppError } from '../../errors'
import { frontOf, heldBy, heldUntil, isExcluded, isFreeFor } from '../reviews/standing'
import { wholeTextColumn } from '../wordings/wording-columns'
import { originalText } from './original-text'

/** What is to be decided, as it stands now: the comment, the work that waits on it, who has it, what was decided before. */
export interface Subject {
  id: number
  state: CommentState
  revision: number
  /** The whole text as it was sent; the comment's own may have passages hidden. */
  body: string
  is_publishable: number
  is_unconfirmed: number
  closes_at: number
  erased_at: number | null
  /** The reason that was named, or the usual one of the decision; null where there is none such. */
  reason_id: string | null
  reason_version: number | null
  review_id: number | null
  review_kind: ReviewKind | null
  /** Who has it in hand now. */
  holder_id: string | null
  holder: string | null
  held_until: number | null
  /** To whom it was passed. */
  receiver_id: string | null
  receiver: string | null
  is_excluded: number
  staged_at: number | null
  staged_by: string | null
  /** What was thought at the first reading of this revision, where a second moderator is asked. */
  opinion: Decision | null
  opinion_by: string | null
  opinion_at: number | null
  last_decision: Decision | null
  last_decided_at: number | null
  last_decided_by: string | null
}

export async function getSubjectOrThrow(
  ctx: ServiceContext,
  actor: UserActor,
  input: DecisionInput,
): Promise<Subject> {
  const [subject] = await readSubject(ctx, actor, input)
  if (!subject) throw new AppError('not_found')
  return subject
}

/** The statement that finds it. Without a review's id, the work that waits on the comment is meant, a blind re-check excepted. */
export function readSubject(ctx: ServiceContext, actor: UserActor, input: DecisionInput) {
  const ofDecision = sql`FROM reasons WHERE decision = ${input.decision} AND is_active = 1`
  const reason = input.reason
    ? sql`(SELECT id ${ofDecision} AND id = ${input.reason})`
    : sql`(SELECT id ${ofDecision} ORDER BY sort LIMIT 1)`
  const review = input.reviewId
    ? sql`${input.reviewId}`
    : sql`(SELECT id FROM reviews WHERE comment_id = c.id AND kind <> 'recheck' LIMIT 1)`
  const { now } = ctx
  return ctx.db.all<Subject>(sql`
    SELECT c.id, c.state, c.revision, coalesce(${originalText}, ${wholeTextColumn}) AS body, c.is_publishable, c.is_unconfirmed, s.closes_at, c.erased_at,
      n.id AS reason_id, n.version AS reason_version, r.id AS review_id, r.kind AS review_kind,
      h.id AS holder_id, h.name AS holder, ${heldUntil(now)} AS held_until,
      p.id AS receiver_id, p.name AS receiver, ${isExcluded(actor.id)} AS is_excluded,
      t.staged_at, b.name AS staged_by, v.decision AS opinion, e.name AS opinion_by,
      v.given_at AS opinion_at,
      d.decision AS last_decision, d.decided_at AS last_decided_at, u.name AS last_decided_by
    FROM comments c JOIN consultations s ON s.id = c.consultation_id
    LEFT JOIN comment_originals o ON o.comment_id = c.id AND o.revision = c.revision
    LEFT JOIN reasons n ON n.id = ${reason}
    LEFT JOIN reviews r ON r.id = ${review} AND r.comment_id = c.id LEFT JOIN reviews f ON ${frontOf}
    LEFT JOIN users h ON h.id = ${heldBy(now)} LEFT JOIN users p ON p.id = coalesce(r.passed_to, f.passed_to)
    LEFT JOIN staged_decisions t ON t.comment_id = c.id LEFT JOIN users b ON b.id = t.staged_by
    LEFT JOIN review_opinions v ON v.comment_id = c.id AND v.revision = c.revision AND v.review_kind = 'first'
    LEFT JOIN users e ON e.id = v.given_by
    LEFT JOIN moderation_decisions d ON d.id = (
      SELECT id FROM moderation_decisions WHERE comment_id = c.id ORDER BY decided_at DESC LIMIT 1)
    LEFT JOIN users u ON u.id = d.decided_by
    WHERE c.public_id = ${input.publicId}`)
}

/** The work is open still, and no colleague has taken it since it was looked at. */
export function isStillTheirs({ id, review_id }: Subject, actor: UserActor, now: Date): SQL {
  if (review_id === null)
    return sql`NOT EXISTS (SELECT 1 FROM reviews WHERE comment_id = ${id} AND kind <> 'recheck')`
  return sql`EXISTS (
    SELECT 1 FROM reviews r LEFT JOIN reviews f ON ${frontOf}
    WHERE r.id = ${review_id} AND ${isFreeFor(actor, now)} AND NOT ${isExcluded(actor.id)})`
}
