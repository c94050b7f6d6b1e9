import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { beijingTimestamp } from '../../contract/beijing-time'
import { deliverDue, isWaiting } from '../outbox/deliver-due'
import type { Mailer } from '../outbox/mailer'
import { composeReminder } from './compose-reminder'
import { readReminder } from './read-reminder'

interface Reminder {
  user_id: string
  day: string
  attempts: number
}

/** Sends a round of today's reminders. What could not be sent on its day is given up: there is another on the next. */
export async function deliverReminders(
  ctx: ServiceContext,
  mailer: Mailer,
  { origin = null }: { origin?: string | null } = {},
): Promise<void> {
  const now = ctx.now.getTime()
  await ctx.db.run(sql`
    UPDATE case_reminders SET given_up_at = ${now}, last_error = 'day_over'
    WHERE ${isWaiting} AND day < ${beijingTimestamp(now).slice(0, 10)} AND next_attempt_at <= ${now}`)
  await deliverDue<Reminder>(ctx, mailer, {
    table: 'case_reminders',
    key: ['user_id', 'day'],
    lanes: 1,
    async read({ user_id, day }) {
      const found = await readReminder(ctx, user_id)
      if (!found) return 'nothing_due'
      return { key: `reminder.${day}.${user_id}`, to: found.to, ...composeReminder(found.news, origin) }
    },
  })
}
