import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { limits } from '../../contract/limits'

const day = 86_400_000

/** Deletes what is left of mails to participants after as many days as of others, and links that nobody followed in time. */
export async function deleteOldAccountMails({ db, now }: ServiceContext): Promise<void> {
  const moment = now.getTime()
  await db.batch([
    db.run(sql`
      DELETE FROM account_mails WHERE created_at < ${moment - limits.sentMailDays * day}`),
    db.run(sql`DELETE FROM account_links WHERE expires_at < ${moment}`),
    db.run(sql`DELETE FROM enterprise_invitations WHERE expires_at < ${moment}`),
  ])
}
