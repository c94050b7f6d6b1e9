import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { beijingTimestamp, inBeijing } from '../../contract/beijing-time'
import type { Deadlines } from '../../contract/settings'
import { dueAt, dueTodayBefore, isCalendarKnown, overdueBefore } from '../calendar/working-days'
import { presentUndelivered, undeliveredQueries } from '../outbox/list-undelivered'
import { currentConsultation } from '../plan/current'

const dayLength = 86_400_000
const beijingOffset = 8 * 3_600_000
const hour = 3_600_000

/** What waits by the day on which it is due, and how long it would take at the present pace. */
export async function readDeadlines(ctx: ServiceContext): Promise<Deadlines> {
  assertRole(ctx, 'moderator')
  const { db, now } = ctx
  const [[settings], days, [pace], counted, undelivered] = await db.batch([
    db.all<{ review_days: number }>(
      sql`SELECT review_days FROM consultations WHERE id = ${currentConsultation(ctx)}`,
    ),
    db.all<{ day: number; count: number }>(sql`
      SELECT CAST(value AS INTEGER) AS day, count FROM review_counts
      WHERE consultation_id = ${currentConsultation(ctx)} AND dimension = 'day' AND count > 0 ORDER BY day`),
    db.all<{ count: number }>(sql`
      SELECT count(*) AS count FROM moderation_decisions INDEXED BY moderation_decisions_by_time
      WHERE decided_at > ${now.getTime() - hour}`),
    ...undeliveredQueries(ctx),
  ])
  const reviewDays = settings?.review_days ?? 0
  const lastHour = pace?.count ?? 0
  const countBefore = (moment: Date) =>
    days.filter(({ day }) => startOf(day) < moment).reduce((total, { count }) => total + count, 0)
  const waiting = days.reduce((total, { count }) => total + count, 0)
  const overdue = countBefore(overdueBefore(now, reviewDays))
  const yearsThatCount = [now, dueAt(now, reviewDays)].map((moment) => inBeijing(moment).year)
  return {
    reviewDays,
    waiting,
    overdue,
    dueToday: countBefore(dueTodayBefore(now, reviewDays)) - overdue,
    days: days.map(({ day, count }) => {
      const due = dueAt(startOf(day), reviewDays)
      return {
        day: beijingTimestamp(startOf(day)).slice(0, 10),
        dueAt: due.toISOString(),
        count,
        isOverdue: due <= now,
      }
    }),
    lastHour,
    emptyAt:
      waiting > 0 && lastHour > 0
        ? new Date(now.getTime() + (waiting / lastHour) * hour).toISOString()
        : null,
    isCalendarKnown: yearsThatCount.every(isCalendarKnown),
    undelivered: presentUndelivered(counted, undelivered),
  }
}

const startOf = (day: number) => new Date(day * dayLength - beijingOffset)
