import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Query } from '../../db/client'
import { recordAudit } from '../audit/record'
import { asDecided, type DueDecision, isNowIn } from './due-decision'
import { openReview } from './open-review'

/** A rejection that a colleague is to see first: it stays an opinion, and the comment waits for somebody else, out of the public's sight. */
export function openSecondLook(ctx: ServiceContext, due: DueDecision): [Query, ...Query[]] {
  const { db, now } = ctx
  const { id, revision, decision, reason_id, reason_version, batch_id } = due
  const isNow = isNowIn('review_opinions', id)
  const takeIn = [
    db.run(sql`DELETE FROM comment_search WHERE rowid = ${due.comment_id} AND ${isNow}`),
    db.run(
      sql`UPDATE comments SET state = 'pending', is_unconfirmed = 0 WHERE id = ${due.comment_id} AND ${isNow}`,
    ),
  ]
  return [
    db.run(sql`
      INSERT INTO review_opinions (id, comment_id, revision, review_kind, decision, reason_id, reason_version, note,
        internal_note, redactions, batch_id, given_by, given_at)
      SELECT t.id, t.comment_id, t.revision, 'first', t.decision, t.reason_id, t.reason_version, t.note,
        t.internal_note, t.redactions, t.batch_id, t.staged_by, ${now.getTime()}
      ${asDecided(due)}`),
    ...(due.is_unconfirmed === 1 ? takeIn : []),
    db.run(sql`DELETE FROM reviews WHERE comment_id = ${due.comment_id} AND ${isNow}`),
    ...openReview(ctx, due.comment_id, 'second', sql`SELECT ${due.staged_by} AS user_id`, isNow),
    recordAudit(
      ctx,
      {
        action: 'comment.opinion',
        subjectKind: 'comment',
        subjectId: due.public_id,
        data: {
          review: 'first',
          revision,
          opinion: id,
          decision,
          reason: reason_id,
          reasonVersion: reason_version,
          ...(batch_id && { batch: batch_id }),
        },
      },
      isNow,
    ),
  ]
}
