import { and, eq, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { credentials, invitations, sessions, users } from '../../db/schema'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { newPassword } from './password'

/** Gives an account a new password, the given one or a random one, and ends its sessions; answers the password. */
export async function resetPassword(
  ctx: ServiceContext,
  email: string,
  password = newPassword(ctx),
): Promise<string> {
  const { db, now } = ctx
  const [user] = await db.select({ id: users.id }).from(users).where(eq(users.email, email))
  if (!user) throw new AppError('not_found')
  const { hashPassword } = await import('better-auth/crypto')
  await db.batch([
    db
      .update(credentials)
      .set({ password: await hashPassword(password), updatedAt: now })
      .where(and(eq(credentials.userId, user.id), eq(credentials.providerId, 'credential'))),
    db.delete(sessions).where(eq(sessions.userId, user.id)),
    db.delete(invitations).where(eq(invitations.userId, user.id)),
    recordAudit(ctx, { action: 'user.password_reset', subjectKind: 'user', subjectId: user.id }, sql`1`),
  ])
  return password
}
