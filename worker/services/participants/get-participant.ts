import { sql } from 'drizzle-orm'
import { assertParticipant, type ServiceContext } from '../../context'
import type { ParticipantAccount } from '../../contract/participants'
import { presentNotice } from '../privacy/notice-versions'
import { mailedAddress } from './address'

/** What somebody sees of their own account. */
export async function getParticipant(ctx: ServiceContext): Promise<ParticipantAccount> {
  const { id } = assertParticipant(ctx)
  const [row] = await ctx.db.all<{
    name: string
    email: string
    email_verified: number
    created_at: number
    has_password: number
    has_sign_on: number
    notice_to_read: number | null
  }>(sql`
    SELECT u.name, u.email, u.email_verified, u.created_at,
      EXISTS (SELECT 1 FROM credentials WHERE user_id = u.id AND password IS NOT NULL) AS has_password,
      EXISTS (SELECT 1 FROM credentials WHERE user_id = u.id AND provider_id = 'sign_on') AS has_sign_on,
      nullif(${presentNotice}, u.notice_version) AS notice_to_read
    FROM users u WHERE u.id = ${id}`)
  if (!row) throw new Error('a session without its user')
  return {
    id,
    name: row.name,
    email: mailedAddress(row.email),
    isEmailConfirmed: row.email_verified === 1,
    hasPassword: row.has_password === 1,
    hasSignOn: row.has_sign_on === 1,
    joinedAt: new Date(row.created_at).toISOString(),
    noticeToRead: row.notice_to_read,
  }
}
