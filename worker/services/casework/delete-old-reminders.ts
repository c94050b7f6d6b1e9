import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { beijingTimestamp } from '../../contract/beijing-time'
import { limits } from '../../contract/limits'

const day = 86_400_000

/** Deletes what is left of reminders after as many days as of other mails. */
export async function deleteOldReminders({ db, now }: ServiceContext): Promise<void> {
  const oldest = beijingTimestamp(now.getTime() - limits.sentMailDays * day).slice(0, 10)
  await db.run(sql`DELETE FROM case_reminders WHERE day < ${oldest}`)
}
