import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { PasswordChange } from '../../contract/people'
import { roles } from '../../contract/words'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'

/** Sets one's own password anew and ends all sessions but the one that asks. */
export async function changePassword(
  ctx: ServiceContext,
  currentId: string,
  { current, password }: PasswordChange,
): Promise<void> {
  const actor = assertRole(ctx, ...roles)
  const { db, now } = ctx
  const { hashPassword, verifyPassword } = await import('better-auth/crypto')
  const ofActor = sql`user_id = ${actor.id} AND provider_id = 'credential'`
  const [held] = await db.all<{ password: string | null }>(
    sql`SELECT password FROM credentials INDEXED BY credentials_by_user WHERE ${ofActor}`,
  )
  if (!held?.password || !(await verifyPassword({ hash: held.password, password: current })))
    throw invalidField('current', 'password_wrong')

  const hash = await hashPassword(password)
  const isSet = sql`EXISTS (SELECT 1 FROM credentials WHERE ${ofActor} AND password = ${hash})`
  const [changed] = await db.batch([
    db.run(sql`
      UPDATE credentials SET password = ${hash}, updated_at = ${now.getTime()}
      WHERE ${ofActor} AND password = ${held.password}`),
    db.run(sql`DELETE FROM sessions WHERE user_id = ${actor.id} AND id <> ${currentId} AND ${isSet}`),
    recordAudit(ctx, { action: 'user.password_changed', subjectKind: 'user', subjectId: actor.id }, isSet),
  ])
  if (changed.rowsAffected === 0) throw new AppError('account_changed')
}
