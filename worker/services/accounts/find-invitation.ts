import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { InvitationView } from '../../contract/auth'
import type { OfficeRole } from '../../contract/words'
import { AppError } from '../../errors'
import { hashToken } from './link-token'

export interface InvitationRow {
  id: string
  user_id: string | null
  name: string
  email: string
  role: OfficeRole
  expires_at: number
}

/** What an open link is for: anybody who holds it may ask. */
export async function lookUpInvitation(ctx: ServiceContext, token: string): Promise<InvitationView> {
  const { name, email, role, ...row } = await getInvitationOrThrow(ctx, await hashToken(token))
  return {
    purpose: row.user_id === null ? 'join' : 'reset',
    name,
    email,
    role,
    expiresAt: new Date(row.expires_at).toISOString(),
  }
}

export async function getInvitationOrThrow(ctx: ServiceContext, tokenHash: string): Promise<InvitationRow> {
  const [row] = await ctx.db.all<InvitationRow>(sql`
    SELECT i.id, i.user_id, coalesce(u.name, i.name) AS name, coalesce(u.email, i.email) AS email,
      coalesce(u.role, i.role) AS role, i.expires_at
    FROM invitations i LEFT JOIN users u ON u.id = i.user_id
    WHERE i.token_hash = ${tokenHash} AND i.expires_at > ${ctx.now.getTime()} AND u.disabled_at IS NULL`)
  if (!row) throw new AppError('invitation_invalid')
  return row
}
