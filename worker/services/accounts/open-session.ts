import { sql } from 'drizzle-orm'
import { newId, type ServiceContext } from '../../context'
import { sessionTimes } from './find-session'
import { newPassword } from './password'

/** Opens a session for somebody who is proven otherwise than by a password; answers its token. */
export async function openSession(ctx: ServiceContext, userId: string, userAgent: string): Promise<string> {
  const token = newPassword(ctx) + newPassword(ctx)
  await ctx.db.run(sql`
    INSERT INTO sessions (id, user_id, token, user_agent, expires_at, created_at, updated_at)
    SELECT ${newId(ctx)}, id, ${token}, ${userAgent}, (unixepoch() + ${sessionTimes.lasts}) * 1000,
      unixepoch() * 1000, unixepoch() * 1000
    FROM users WHERE id = ${userId} AND disabled_at IS NULL`)
  return token
}
