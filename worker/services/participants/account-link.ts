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

const day = 86_400_000

/**
 * For a batch: the mail with a participant's link, the one that is still open or else a new one. After so many of a kind within a day
 * none goes while the last one's link is open, and that one stays open for a day: whoever asks in another's name neither floods the
 * address nor keeps its owner from a link. Nobody is told.
 */
export async function mailLink(ctx: ServiceContext, purpose: LinkPurpose, userId: string): Promise<Query[]> {
  const { db } = ctx
  const now = ctx.now.getTime()
  const id = newId(ctx)
  const tokenHash = await hashToken(await mailedToken(ctx, id))
  const life = linkHours[purpose] * 3_600_000
  const own = sql`user_id = ${userId} AND purpose = ${purpose}`
  const mailed = sql`(
    SELECT count(*) FROM account_mails WHERE user_id = ${userId} AND kind = ${purpose} AND created_at > ${now - day})`
  const mayMail = sql`${own} AND (id = ${id} OR ${mailed} < ${limits.accountMailsADay})`
  return [
    db.run(sql`DELETE FROM account_links WHERE ${own} AND expires_at <= ${now}`),
    db.run(sql`
      INSERT INTO account_links (id, purpose, token_hash, user_id, made_at, expires_at)
      SELECT ${id}, ${purpose}, ${tokenHash}, id, ${now}, ${now} FROM users
      WHERE id = ${userId} AND role = 'participant' AND disabled_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM account_links WHERE ${own})`),
    db.run(sql`
      UPDATE account_links SET expires_at = max(expires_at,
        ${now} + iif(${mailed} + 1 < ${limits.accountMailsADay}, ${life}, ${Math.max(life, day)})) WHERE ${mayMail}`),
    enqueueAccountMails(
      ctx,
      purpose,
      sql`r.link`,
      sql`SELECT user_id AS id, id AS link FROM account_links WHERE ${mayMail}`,
    ),
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
