import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { mailLink } from './account-link'

/** Mails a link to a new password, if the address is a participant's; the answer is the same if it is not. */
export async function askPasswordLink(ctx: ServiceContext, email: string): Promise<void> {
  const [owner] = await ctx.db.all<{ id: string }>(sql`
    SELECT id FROM users WHERE email = ${email} AND role = 'participant' AND disabled_at IS NULL`)
  const [first, ...others] = await mailLink(ctx, 'password', owner?.id ?? '')
  if (first) await ctx.db.batch([first, ...others])
  ctx.stir()
}

/** Mails the link to an address that is not confirmed yet once more. */
export async function askConfirmationLink(ctx: ServiceContext, email: string): Promise<void> {
  const [owner] = await ctx.db.all<{ id: string }>(sql`
    SELECT id FROM users WHERE email = ${email} AND role = 'participant' AND email_verified = 0`)
  const [first, ...others] = await mailLink(ctx, 'confirm', owner?.id ?? '')
  if (first) await ctx.db.batch([first, ...others])
  ctx.stir()
}
