import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import type { HandView } from '../../contract/moderation/hand'
import type { QueueFilter } from '../../contract/moderation/queue'
import { holdUntil, noteSeen, prolongHand } from './keep-hand'
import { partOf } from './parts'
import { itemQueries, presentItems } from './read-items'
import { frontOf, isExcluded, isFreeFor, isInHandOf, isStaged } from './standing'

/**
 * Fills the moderator's hand from a part of the queue: what waits longest there, is in nobody else's hand and may be theirs.
 * Answers all that they hold of that part; what they decided already is out of the hand.
 */
export async function dealHand(ctx: ServiceContext, filter: QueueFilter): Promise<HandView> {
  const me = assertRole(ctx, 'moderator')
  const { db, now } = ctx
  const { source, isListed, place, isOfHand } = partOf(ctx, me, filter)
  const until = holdUntil(now)
  const hand = sql`
    FROM reviews r INDEXED BY reviews_held WHERE ${isInHandOf(me, now)} AND ${isOfHand} AND NOT ${isStaged}`
  const [dealt, , , ...answers] = await db.batch([
    db.run(sql`
      UPDATE reviews SET held_by = ${me.id}, held_until = ${until.getTime()} WHERE id IN (
        SELECT r.id FROM ${source} LEFT JOIN reviews f ON ${frontOf}
        WHERE ${isListed} AND ${isFreeFor(me, now)} AND NOT ${isInHandOf(me, now)} AND NOT ${isStaged}
          AND NOT ${isExcluded(me.id)}
        ORDER BY ${place} LIMIT max(0, ${sql.raw(String(limits.handSize))} - (SELECT count(*) ${hand})))`),
    prolongHand(ctx, me),
    noteSeen(ctx, me),
    ...itemQueries(
      ctx,
      sql`(SELECT r.id ${hand} ORDER BY r.opened_at, r.id LIMIT ${sql.raw(String(limits.maxPageSize))})`,
    ),
  ])
  if (dealt.rowsAffected > 0) ctx.stir()
  return { items: presentItems(ctx, me, answers), heldUntil: until.toISOString() }
}
