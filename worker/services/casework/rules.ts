import { startOfBeijingDate } from '../../contract/beijing-time'
import { dueAt } from '../calendar/working-days'

const day = 86_400_000

/** Somebody is reminded of what falls due within so many working days. */
export const remindedDays = 2

/** What is due by this moment is due soon: today, or on one of the working days of a reminder. */
export function soonBefore(now: Date): Date {
  return dueAt(now, remindedDays)
}

/** The end of the last day that a case is given: a day of the calendar, or so many working days from now. */
export function deadlineOf(
  now: Date,
  { dueOn, dueInDays }: { dueOn?: string; dueInDays?: number },
): Date | null {
  if (dueInDays !== undefined) return dueAt(now, dueInDays)
  return dueOn === undefined ? null : new Date(startOfBeijingDate(dueOn).getTime() + day)
}
