import { sql } from 'drizzle-orm'
import type { ServiceContext, UserActor } from '../../context'
import type { Role } from '../../contract/words'

/** In seconds: how long a session lasts unless it is renewed, and after how long it is. */
export const sessionTimes = { lasts: 12 * 3600, renewedAfter: 3600 } as const

export interface OpenSession {
  id: string
  user: UserActor
  email: string
  hasSecondFactor: boolean
  /** Old enough to be renewed. */
  isDue: boolean
}

/** Of a row of `sessions`; by the database's own clock, for better-auth writes by the machine's and not by the context's. */
export const isUnexpired = sql`expires_at > unixepoch('subsec') * 1000`

/** The session of a token whose signature was found right, as its user is now; null where it has ended. */
export async function findSession({ db }: ServiceContext, token: string): Promise<OpenSession | null> {
  const [row] = await db.all<{
    session_id: string
    id: string
    name: string
    email: string
    role: Role
    has_second_factor: number
    is_due: number
  }>(sql`
    SELECT s.id AS session_id, u.id, u.name, u.email, u.role, u.has_second_factor,
      s.expires_at < (unixepoch() + ${sessionTimes.lasts - sessionTimes.renewedAfter}) * 1000 AS is_due
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.token = ${token} AND s.${isUnexpired} AND u.disabled_at IS NULL`)
  if (!row) return null
  const { id, name, email, role } = row
  return {
    id: row.session_id,
    user: { kind: 'user', id, name, role },
    email,
    hasSecondFactor: row.has_second_factor === 1,
    isDue: row.is_due === 1,
  }
}
