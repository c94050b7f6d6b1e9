import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { roles } from '../../contract/words'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'

/** Ends one of one's own sessions. */
export async function revokeSession(ctx: ServiceContext, sessionId: string): Promise<void> {
  const actor = assertRole(ctx, ...roles)
  const own = sql`id = ${sessionId} AND user_id = ${actor.id}`
  const [, ended] = await ctx.db.batch([
    recordAudit(
      ctx,
      { action: 'session.revoked', subjectKind: 'user', subjectId: actor.id, data: { which: 'one' } },
      sql`EXISTS (SELECT 1 FROM sessions WHERE ${own})`,
    ),
    ctx.db.run(sql`DELETE FROM sessions WHERE ${own}`),
  ])
  if (ended.rowsAffected === 0) throw new AppError('not_found')
}

/** Ends all of one's own sessions but the one that asks. */
export async function revokeOtherSessions(ctx: ServiceContext, currentId: string): Promise<void> {
  const actor = assertRole(ctx, ...roles)
  const others = sql`user_id = ${actor.id} AND id <> ${currentId}`
  await ctx.db.batch([
    recordAudit(
      ctx,
      { action: 'session.revoked', subjectKind: 'user', subjectId: actor.id, data: { which: 'others' } },
      sql`EXISTS (SELECT 1 FROM sessions WHERE ${others})`,
    ),
    ctx.db.run(sql`DELETE FROM sessions WHERE ${others}`),
  ])
}
