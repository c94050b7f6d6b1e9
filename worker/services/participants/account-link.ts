import { sql } from 'drizzle-orm'
import { newId, type ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import type { LinkPurpose } from '../../contract/words'
import type { Query } from '../../db/client'
import { AppError } from '../../errors'
import { enqueueAccountMails } from '../account-mails/enqueue'
import { hashToken, mailedToken } from '../accounts/link-token'

/** In hours: an address may be confirmed for a week, a password set anew for two hours. */
export const linkHours: Record<LinkPurpose, number> = { confirm: 7 * 24, password: 2 }

/**
 * For a batch: a new link for a participant, in place of an earlier one, and the mail that carries it. After three of a kind within a
 * day the last one stays as it is, and nobody is told.
 */
export async function mailLink(ctx: ServiceContext, purpose: LinkPurpose, userId: string): Promise<Query[]> {
  const { db, now } = ctx
  const id = newId(ctx)
  const tokenHash = await hashToken(await mailedToken(ctx, id))
  const expiresAt = now.getTime() + linkHours[purpose] * 3_600_000
  const mayMail = sql`(
    SELECT count(*) FROM account_mails WHERE user_id = ${userId} AND kind = ${purpose}
      AND created_at > ${now.getTime() - 86_400_000}) < ${limits.accountMailsADay}`
  return [
    db.run(sql`DELETE FROM account_links WHERE user_id = ${userId} AND purpose = ${purpose} AND ${mayMail}`),
    db.run(sql`
      INSERT INTO account_links (id, purpose, token_hash, user_id, made_at, expires_at)
      SELECT ${id}, ${purpose}, ${tokenHash}, id, ${now.getTime()}, ${expiresAt} FROM users
      WHERE id = ${userId} AND role = 'participant' AND disabled_at IS NULL AND ${mayMail}`),
    enqueueAccountMails(ctx, purpose, id, sql`SELECT user_id AS id FROM account_links WHERE id = ${id}`),
  ]
}

export interface OpenLink {
  id: string
  userId: string
  name: string
  email: string
}

/** Whose link this is, while it is open; `link_invalid`. */
export async function getLinkOrThrow(
  ctx: ServiceContext,
  purpose: LinkPurpose,
  token: string,
): Promise<OpenLink> {
  const [row] = await ctx.db.all<OpenLink>(sql`
    SELECT l.id, u.id AS userId, u.name, u.email FROM account_links l JOIN users u ON u.id = l.user_id
    WHERE l.token_hash = ${await hashToken(token)} AND l.purpose = ${purpose}
      AND l.expires_at > ${ctx.now.getTime()} AND u.disabled_at IS NULL AND u.role = 'participant'`)
  if (!row) throw new AppError('link_invalid')
  return row
}
