import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { Colleague } from '../../contract/moderation/hand'

const onlineFor = 2 * 60_000

/** True of `users AS u` who may moderate and still do. */
export const isAtDesk = sql.raw(
  `u.role IN ('moderator', 'senior_moderator', 'admin') AND u.disabled_at IS NULL`,
)

/** Everybody who may moderate: who is there, who is on duty, how much each holds. */
export async function listColleagues(ctx: ServiceContext): Promise<Colleague[]> {
  const me = assertRole(ctx, 'moderator')
  const now = ctx.now.getTime()
  const rows = await ctx.db.all<ColleagueRow>(sql`
    SELECT u.id, u.name, p.seen_at, p.is_on_duty,
      (SELECT count(*) FROM reviews INDEXED BY reviews_held WHERE held_by = u.id AND held_until > ${now}) AS holds
    FROM users u LEFT JOIN desk_presences p ON p.user_id = u.id WHERE ${isAtDesk} ORDER BY u.name, u.id`)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    isOnline: row.seen_at !== null && row.seen_at > now - onlineFor,
    isOnDuty: row.is_on_duty === 1,
    isMe: row.id === me.id,
    holds: row.holds,
  }))
}

interface ColleagueRow {
  id: string
  name: string
  seen_at: number | null
  is_on_duty: number | null
  holds: number
}
