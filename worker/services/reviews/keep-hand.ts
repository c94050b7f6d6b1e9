import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext, type UserActor } from '../../context'
import { limits } from '../../contract/limits'
import type { KeptHand, Release } from '../../contract/moderation/hand'
import { dropUnfinishedBatches } from '../moderation/batches/unfinished'

export const holdUntil = (now: Date) => new Date(now.getTime() + limits.holdMinutes * 60_000)

/** Says that the moderator is still there: what they hold stays theirs for another while; what has run out does not come back. */
export async function keepHand(ctx: ServiceContext): Promise<KeptHand> {
  const me = assertRole(ctx, 'moderator')
  const { db } = ctx
  const [, , , held, news] = await db.batch([
    prolongHand(ctx, me),
    noteSeen(ctx, me),
    dropUnfinishedBatches(ctx),
    ...handQueries(ctx, me),
  ])
  if (held.length > 0) ctx.stir()
  return presentHand(ctx, held, news)
}

/** Gives back what the moderator holds, or these of it, unless it was dealt or kept anew since. */
export async function releaseHand(ctx: ServiceContext, { heldUntil, reviewIds }: Release): Promise<KeptHand> {
  const me = assertRole(ctx, 'moderator')
  const { db } = ctx
  const [released, held, news] = await db.batch([
    db.run(sql`
      UPDATE reviews SET held_by = NULL, held_until = NULL
      WHERE held_by = ${me.id} AND held_until <= ${Date.parse(heldUntil)}
        ${reviewIds ? sql`AND id IN (SELECT value FROM json_each(${JSON.stringify(reviewIds)}))` : sql``}`),
    ...handQueries(ctx, me),
  ])
  if (released.rowsAffected > 0) ctx.stir()
  return presentHand(ctx, held, news)
}

/** The statement that keeps in hand what is in hand. */
export function prolongHand({ db, now }: ServiceContext, me: UserActor) {
  return db.run(sql`
    UPDATE reviews SET held_until = ${holdUntil(now).getTime()}
    WHERE held_by = ${me.id} AND held_until > ${now.getTime()}`)
}

/** The statement that notes when a moderator was last at the desk. */
export function noteSeen({ db, now }: ServiceContext, me: UserActor) {
  return db.run(sql`
    INSERT INTO desk_presences (user_id, seen_at) VALUES (${me.id}, ${now.getTime()})
    ON CONFLICT DO UPDATE SET seen_at = excluded.seen_at`)
}

function handQueries({ db, now }: ServiceContext, me: UserActor) {
  return [
    db.all<{ id: number }>(sql`
      SELECT id FROM reviews INDEXED BY reviews_held
      WHERE held_by = ${me.id} AND held_until > ${now.getTime()} ORDER BY opened_at, id`),
    db.all<{ seq: number | null }>(sql`SELECT max(seq) AS seq FROM desk_events`),
  ] as const
}

function presentHand(
  { now }: ServiceContext,
  held: { id: number }[],
  [news]: { seq: number | null }[],
): KeptHand {
  return {
    reviewIds: held.map(({ id }) => id),
    heldUntil: holdUntil(now).toISOString(),
    lastEvent: news?.seq ?? 0,
  }
}
