import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'

/** The statements that free what somebody had in hand, where `when` holds: others are dealt it at once. */
export function leaveDesk({ db }: ServiceContext, userId: string, when: SQL) {
  return [
    db.run(sql`UPDATE reviews SET held_by = NULL, held_until = NULL WHERE held_by = ${userId} AND ${when}`),
    db.run(sql`
      UPDATE reviews SET passed_to = NULL, passed_by = NULL, pass_note = NULL
      WHERE passed_to = ${userId} AND ${when}`),
    db.run(sql`UPDATE desk_presences SET is_on_duty = 0 WHERE user_id = ${userId} AND ${when}`),
  ] as const
}
