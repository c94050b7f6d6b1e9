import { sql } from 'drizzle-orm'
import { newId, type ServiceContext } from '../../context'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { getLinkOrThrow } from './account-link'

/**
 * Sets a password by a mailed link, once; answers the address. All sessions end, and the address is confirmed: whoever made the
 * account without being its owner is out.
 */
export async function choosePassword(ctx: ServiceContext, token: string, password: string): Promise<string> {
  const { db } = ctx
  const { id, userId, name, email } = await getLinkOrThrow(ctx, 'password', token)
  const { hashPassword } = await import('better-auth/crypto')
  const hash = await hashPassword(password)
  const now = ctx.now.getTime()
  const asOwner: ServiceContext = { ...ctx, actor: { kind: 'user', id: userId, name, role: 'participant' } }
  const isOpen = sql`EXISTS (SELECT 1 FROM account_links WHERE id = ${id})`
  const [set] = await db.batch([
    db.run(sql`
      INSERT INTO credentials (id, user_id, account_id, provider_id, password, created_at, updated_at)
      SELECT ${newId(ctx)}, ${userId}, ${userId}, 'credential', ${hash}, ${now}, ${now} WHERE ${isOpen}
      ON CONFLICT (provider_id, account_id) DO UPDATE SET password = excluded.password, updated_at = excluded.updated_at`),
    db.run(sql`DELETE FROM sessions WHERE user_id = ${userId} AND ${isOpen}`),
    db.run(sql`
      UPDATE users SET email_verified = 1, failed_sign_ins = 0, updated_at = ${now} WHERE id = ${userId} AND ${isOpen}`),
    recordAudit(asOwner, { action: 'user.password_set', subjectKind: 'user', subjectId: userId }, isOpen),
    db.run(sql`DELETE FROM account_links WHERE user_id = ${userId} AND ${isOpen}`),
  ])
  if (set.rowsAffected === 0) throw new AppError('link_invalid')
  return email
}
