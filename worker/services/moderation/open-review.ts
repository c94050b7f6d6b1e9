import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { ReviewKind } from '../../contract/words'
import type { Query } from '../../db/client'

/**
 * For a batch: opens a review that some people may not take; `excluded` selects their `user_id`. A blind re-check and an
 * appeal stand for themselves, a second look with its group.
 */
export function openReview(
  ctx: ServiceContext,
  commentId: number | SQL,
  kind: Exclude<ReviewKind, 'first'>,
  excluded: SQL,
  when: SQL,
): [Query, Query] {
  const group = sql.raw(kind === 'second' ? 'similar_group_id' : 'NULL')
  return [
    ctx.db.run(sql`
      INSERT INTO reviews (comment_id, kind, revision, measure_id, participant_kind, group_id, opened_at)
      SELECT id, ${kind}, revision, measure_id, participant_kind, ${group}, ${ctx.now.getTime()} FROM comments
      WHERE id = ${commentId} AND ${when}`),
    ctx.db.run(sql`
      INSERT INTO review_exclusions (review_id, user_id)
      SELECT r.id, e.user_id FROM reviews r, (${excluded}) AS e
      WHERE r.comment_id = ${commentId} AND r.kind = ${kind} AND ${when} ON CONFLICT DO NOTHING`),
  ]
}
