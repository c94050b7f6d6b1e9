import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import { isUnexpired } from '../accounts/find-session'
import { expiredInvitationDays } from '../accounts/invite'
import { deleteOnRecord } from '../privacy/delete-on-record'

const day = 86_400_000

/** Deletes what is left of mails to participants after as many days as of others, and links that nobody followed in time. */
export async function deleteOldAccountMails(ctx: ServiceContext): Promise<void> {
  const now = ctx.now.getTime()
  await deleteOnRecord(ctx, 'account_mails', [
    sql`account_mails WHERE created_at < ${now - limits.sentMailDays * day}`,
  ])
  await deleteOnRecord(ctx, 'links', [
    sql`account_links WHERE expires_at < ${now}`,
    sql`enterprise_invitations WHERE expires_at < ${now}`,
    sql`invitations WHERE expires_at < ${now - expiredInvitationDays * day}`,
    sql`verifications WHERE NOT ${isUnexpired}`,
  ])
}
