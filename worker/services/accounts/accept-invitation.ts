import { sql } from 'drizzle-orm'
import { newId, type ServiceContext } from '../../context'
import type { InvitationAnswer } from '../../contract/auth'
import { isUniqueViolation } from '../../db/client'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import type { Visit } from './ask-auth'
import { getInvitationOrThrow, type InvitationRow } from './find-invitation'
import { hashToken } from './link-token'
import { type SignedIn, signIn } from './sign-in'

/** Takes up a link with a password of one's own, once: makes the account or sets its password, and signs in. */
export async function acceptInvitation(
  ctx: ServiceContext,
  visit: Visit,
  { token, password }: InvitationAnswer,
): Promise<SignedIn> {
  const tokenHash = await hashToken(token)
  const invitation = await getInvitationOrThrow(ctx, tokenHash)
  const { hashPassword } = await import('better-auth/crypto')
  const hash = await hashPassword(password)
  const taken = invitation.user_id
    ? await setPassword(ctx, invitation, invitation.user_id, tokenHash, hash)
    : await join(ctx, invitation, tokenHash, hash)
  if (!taken) throw new AppError('invitation_invalid')
  return signIn(ctx, visit, { email: invitation.email, password })
}

/** The account has the invitation's id, so that the log tells one story. */
async function join(
  ctx: ServiceContext,
  { id, name, role }: InvitationRow,
  tokenHash: string,
  hash: string,
): Promise<boolean> {
  const { db } = ctx
  const now = ctx.now.getTime()
  const isOpen = sql`EXISTS (SELECT 1 FROM invitations WHERE id = ${id} AND token_hash = ${tokenHash})`
  const asJoined: ServiceContext = { ...ctx, actor: { kind: 'user', id, name, role } }
  try {
    const [made] = await db.batch([
      db.run(sql`
        INSERT INTO users (id, name, email, email_verified, role, created_at, updated_at)
        SELECT id, name, email, 1, role, ${now}, ${now} FROM invitations
        WHERE id = ${id} AND token_hash = ${tokenHash}`),
      db.run(sql`
        INSERT INTO credentials (id, user_id, account_id, provider_id, password, created_at, updated_at)
        SELECT ${newId(ctx)}, ${id}, ${id}, 'credential', ${hash}, ${now}, ${now} WHERE ${isOpen}`),
      recordAudit(
        asJoined,
        { action: 'user.joined', subjectKind: 'user', subjectId: id, data: { role } },
        isOpen,
      ),
      db.run(sql`DELETE FROM invitations WHERE id = ${id} AND token_hash = ${tokenHash}`),
    ])
    return made.rowsAffected > 0
  } catch (error) {
    if (isUniqueViolation(error, 'users.email')) return false
    throw error
  }
}

async function setPassword(
  ctx: ServiceContext,
  { id, name, role }: InvitationRow,
  userId: string,
  tokenHash: string,
  hash: string,
): Promise<boolean> {
  const { db, now } = ctx
  const isOpen = sql`EXISTS (SELECT 1 FROM invitations WHERE id = ${id} AND token_hash = ${tokenHash})`
  const asOwner: ServiceContext = { ...ctx, actor: { kind: 'user', id: userId, name, role } }
  const [set] = await db.batch([
    db.run(sql`
      UPDATE credentials SET password = ${hash}, updated_at = ${now.getTime()}
      WHERE user_id = ${userId} AND provider_id = 'credential' AND ${isOpen}`),
    recordAudit(asOwner, { action: 'user.password_set', subjectKind: 'user', subjectId: userId }, isOpen),
    db.run(sql`DELETE FROM invitations WHERE id = ${id} AND token_hash = ${tokenHash}`),
  ])
  return set.rowsAffected > 0
}
