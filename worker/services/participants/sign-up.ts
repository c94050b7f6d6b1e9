import { sql } from 'drizzle-orm'
import { newId, type ServiceContext } from '../../context'
import type { SignUp } from '../../contract/participants'
import { isUniqueViolation } from '../../db/client'
import { enqueueAccountMails } from '../account-mails/enqueue'
import { recordAudit } from '../audit/record'
import { noticeShown } from '../privacy/notice-versions'
import { mailLink } from './account-link'

/**
 * Makes an account with a password; its address is confirmed by the link that is mailed there. Whether the address has an
 * account already is told to nobody but its owner, by mail.
 */
export async function signUp(
  ctx: ServiceContext,
  { name, email, password, noticeVersion }: SignUp,
): Promise<void> {
  const { db } = ctx
  const { hashPassword } = await import('better-auth/crypto')
  const hash = await hashPassword(password)
  const id = newId(ctx)
  const now = ctx.now.getTime()
  const asOwner: ServiceContext = { ...ctx, actor: { kind: 'user', id, name, role: 'participant' } }
  try {
    await db.batch([
      db.run(sql`
        INSERT INTO users (id, name, email, email_verified, role, created_at, updated_at, notice_version)
        VALUES (${id}, ${name}, ${email}, 0, 'participant', ${now}, ${now}, ${noticeShown(noticeVersion)})`),
      db.run(sql`
        INSERT INTO credentials (id, user_id, account_id, provider_id, password, created_at, updated_at)
        VALUES (${newId(ctx)}, ${id}, ${id}, 'credential', ${hash}, ${now}, ${now})`),
      recordAudit(asOwner, { action: 'participant.signed_up', subjectKind: 'user', subjectId: id }),
      ...(await mailLink(ctx, 'confirm', id)),
    ])
  } catch (error) {
    if (!isUniqueViolation(error, 'users.email')) throw error
    await tellOwner(ctx, email)
  }
  ctx.stir()
}

/** At most once a day, and nobody of the office. */
async function tellOwner(ctx: ServiceContext, email: string): Promise<void> {
  const day = String(Math.floor(ctx.now.getTime() / 86_400_000))
  const owner = sql`SELECT id FROM users WHERE email = ${email} AND role = 'participant' AND disabled_at IS NULL`
  await ctx.db.batch([enqueueAccountMails(ctx, 'known', day, owner)])
}
