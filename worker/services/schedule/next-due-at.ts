import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'

/** When the next staged decision takes effect or, where mail is sent at all, the next one goes out; null when nothing waits. */
export async function nextDueAt(
  { db }: ServiceContext,
  { withMail }: { withMail: boolean },
): Promise<Date | null> {
  const mail = withMail
    ? sql`UNION ALL SELECT min(next_attempt_at) FROM outbox_messages WHERE sent_at IS NULL AND given_up_at IS NULL
      UNION ALL SELECT min(next_attempt_at) FROM account_mails WHERE sent_at IS NULL AND given_up_at IS NULL
      UNION ALL SELECT min(next_attempt_at) FROM case_reminders WHERE sent_at IS NULL AND given_up_at IS NULL
      UNION ALL SELECT min(next_attempt_at) FROM follow_mails WHERE sent_at IS NULL AND given_up_at IS NULL
      UNION ALL SELECT min(opened_at) FROM result_mailings WHERE done_at IS NULL`
    : sql``
  const [row] = await db.all<{ at: number | null }>(sql`
    SELECT min(at) AS at FROM (SELECT min(effective_at) AS at FROM staged_decisions ${mail})`)
  return typeof row?.at === 'number' ? new Date(row.at) : null
}
