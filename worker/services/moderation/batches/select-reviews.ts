import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext, UserActor } from '../../../context'
import { limits } from '../../../contract/limits'
import type { Selection } from '../../../contract/moderation/batches'
import { invalidField } from '../../../errors'
import { partOf } from '../../reviews/parts'
import { frontOf, isExcluded, isFreeFor, isStaged } from '../../reviews/standing'

/** What an appeal or a blind re-check asks is decided one by one. */
export const isForMany = sql.raw(`r.kind IN ('first', 'second')`)

/** The reviews that a selection means, as a subquery of their ids. */
function idsOf(ctx: ServiceContext, me: UserActor, selection: Selection): SQL {
  if (selection.of === 'chosen')
    return sql`SELECT value AS id FROM json_each(${JSON.stringify(selection.reviews.map((each) => each.reviewId))})`
  if (selection.of === 'group')
    return sql`
      SELECT id FROM reviews INDEXED BY reviews_of_group WHERE group_id = ${selection.groupId} AND kind = 'first'`
  const { view, signal } = selection.filter
  if (!signal && (view === 'appeals' || view === 'recheck'))
    throw invalidField('selection.filter.view', 'not_a_choice')
  const { source, isListed, isBehind } = partOf(ctx, me, selection.filter)
  const listed = sql`FROM ${source} WHERE ${isListed}`
  if (!isBehind) return sql`SELECT r.id ${listed}`
  return sql`
    SELECT r.id ${listed}
    UNION
    SELECT m.id FROM (SELECT r.group_id, r.kind ${listed} AND r.is_front = 1 AND r.group_id IS NOT NULL) AS r
    CROSS JOIN reviews m INDEXED BY reviews_of_group ON m.group_id = r.group_id AND m.kind = r.kind AND m.is_front = 0
    WHERE ${isBehind}`
}

/** What of a selection waits and may be this moderator's, as a body of SQL over `r`, its comment `c` and its card `f`. */
export function waitingOf(ctx: ServiceContext, me: UserActor, selection: Selection): SQL {
  return sql`
    FROM (${idsOf(ctx, me, selection)}) AS q CROSS JOIN reviews r ON r.id = q.id CROSS JOIN comments c ON c.id = r.comment_id
    LEFT JOIN reviews f ON ${frontOf}
    WHERE ${isForMany} AND NOT ${isStaged} AND NOT ${isExcluded(me.id)}`
}

/** The oldest of them that one act decides; none that came later than `upTo`. */
export function decidedAtOnce(
  ctx: ServiceContext,
  me: UserActor,
  selection: Selection,
  upTo = Number.MAX_SAFE_INTEGER,
): SQL {
  return sql`${waitingOf(ctx, me, selection)} AND ${isFreeFor(me, ctx.now)} AND r.id <= ${upTo}
    ORDER BY r.opened_at, r.id LIMIT ${sql.raw(String(limits.batchSize))}`
}
