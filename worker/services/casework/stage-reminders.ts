import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { beijingTimestamp, inBeijing } from '../../contract/beijing-time'
import { isWorkingDay } from '../calendar/working-days'
import { isStaff } from './is-staff'
import { soonBefore } from './rules'

/** From this hour in Beijing people are reminded, on working days. */
export const remindedFrom = 8

/** Stages a mail for each colleague with cases due soon or late: once a day, whoever asks how often. */
export async function stageReminders(ctx: ServiceContext): Promise<void> {
  const { db, now } = ctx
  if (!isWorkingDay(now) || inBeijing(now).hour < remindedFrom) return
  const day = beijingTimestamp(now).slice(0, 10)
  await db.run(sql`
    INSERT INTO case_reminders (user_id, day, due_count, overdue_count, next_attempt_at)
    SELECT k.assignee_id, ${day}, sum(k.due_at > ${now.getTime()}), sum(k.due_at <= ${now.getTime()}), ${now.getTime()}
    FROM cases k INDEXED BY cases_undisposed_by_due JOIN users u ON u.id = k.assignee_id AND ${isStaff}
    WHERE k.is_admissible = 1 AND k.disposition IS NULL AND k.due_at IS NOT NULL
      AND k.due_at <= ${soonBefore(now).getTime()}
      AND NOT EXISTS (SELECT 1 FROM case_reminders INDEXED BY case_reminders_by_day WHERE day = ${day})
    GROUP BY k.assignee_id`)
}
