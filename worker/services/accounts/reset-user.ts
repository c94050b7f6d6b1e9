import { sql } from 'drizzle-orm'
import { assertRole, newId, type ServiceContext } from '../../context'
import type { ResetView } from '../../contract/people'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { newLink } from './link-token'
import { getPersonOrThrow, presentPerson } from './read-person'

/** Voids somebody's password, ends their sessions and makes the link by which they choose a new one. */
export async function resetUser(ctx: ServiceContext, id: string): Promise<ResetView> {
  const admin = assertRole(ctx, 'admin')
  if (id === admin.id) throw new AppError('own_account')
  const { db } = ctx
  const now = ctx.now.getTime()
  await getPersonOrThrow(ctx, id)
  const link = await newLink(ctx)
  const isDone = sql`EXISTS (SELECT 1 FROM invitations WHERE token_hash = ${link.tokenHash})`
  const [, made] = await db.batch([
    db.run(sql`DELETE FROM invitations WHERE user_id = ${id}`),
    db.run(sql`
      INSERT INTO invitations (id, token_hash, user_id, invited_by, invited_at, expires_at)
      SELECT ${newId(ctx)}, ${link.tokenHash}, id, ${admin.id}, ${now}, ${link.expiresAt.getTime()}
      FROM users WHERE id = ${id} AND disabled_at IS NULL`),
    db.run(sql`
      UPDATE credentials SET password = NULL, updated_at = ${now}
      WHERE user_id = ${id} AND provider_id = 'credential' AND ${isDone}`),
    db.run(sql`DELETE FROM sessions WHERE user_id = ${id} AND ${isDone}`),
    recordAudit(ctx, { action: 'user.reset', subjectKind: 'user', subjectId: id }, isDone),
  ])
  if (made.rowsAffected === 0) throw new AppError('account_changed')
  return {
    person: presentPerson(await getPersonOrThrow(ctx, id), admin.id),
    link: { token: link.token, expiresAt: link.expiresAt.toISOString() },
  }
}
