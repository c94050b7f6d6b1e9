import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { beijingTimestamp } from '../../contract/beijing-time'
import { limits } from '../../contract/limits'
import { deleteOnRecord } from '../privacy/delete-on-record'

const day = 86_400_000

/** Deletes what is left of reminders after as many days as of other mails. */
export async function deleteOldReminders(ctx: ServiceContext): Promise<void> {
  const oldest = beijingTimestamp(ctx.now.getTime() - limits.sentMailDays * day).slice(0, 10)
  await deleteOnRecord(ctx, 'reminders', [sql`case_reminders WHERE day < ${oldest}`])
}
