import { sql } from 'drizzle-orm'
import { assertRole, newId, type ServiceContext } from '../../context'
import type { Invite, InvitedView } from '../../contract/people'
import { invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { newLink } from './link-token'

/** How long an invitation that nobody took is listed after it has expired. */
export const expiredInvitationDays = 30

/** Makes a link for somebody who has no account yet; an earlier one for the same address no longer works. */
export async function invite(ctx: ServiceContext, { name, email, role }: Invite): Promise<InvitedView> {
  const admin = assertRole(ctx, 'admin')
  const { db, now } = ctx
  const id = newId(ctx)
  const link = await newLink(ctx)
  const isFree = sql`NOT EXISTS (SELECT 1 FROM users WHERE email = ${email})`
  const [, , made] = await db.batch([
    db.run(
      sql`DELETE FROM invitations WHERE expires_at < ${now.getTime() - expiredInvitationDays * 86_400_000}`,
    ),
    db.run(sql`DELETE FROM invitations WHERE email = ${email}`),
    db.run(sql`
      INSERT INTO invitations (id, token_hash, email, name, role, invited_by, invited_at, expires_at)
      SELECT ${id}, ${link.tokenHash}, ${email}, ${name}, ${role}, ${admin.id}, ${now.getTime()},
        ${link.expiresAt.getTime()} WHERE ${isFree}`),
    recordAudit(ctx, { action: 'user.invited', subjectKind: 'user', subjectId: id, data: { role } }, isFree),
  ])
  if (made.rowsAffected === 0) throw invalidField('email', 'email_taken')
  const expiresAt = link.expiresAt.toISOString()
  return {
    invitation: { id, name, email, role, invitedBy: admin.name, invitedAt: now.toISOString(), expiresAt },
    link: { token: link.token, expiresAt },
  }
}
