import { yearTables } from './years/all'

const length = 86_400_000
const beijingOffset = 8 * 3_600_000

const dayOf = (moment: Date) => Math.floor((moment.getTime() + beijingOffset) / length)
const startOf = (day: number) => new Date(day * length - beijingOffset)
const dayNamed = (name: string) => Date.parse(`${name}T00:00:00Z`) / length

const knownYears = new Set(yearTables.map(({ year }) => year))
const workingWeekends = new Set(yearTables.flatMap((table) => table.workingWeekends.map(dayNamed)))
const daysOff = new Set(
  yearTables.flatMap((table) =>
    table.daysOff.flatMap(([first, last]) => {
      const from = dayNamed(first)
      return Array.from({ length: dayNamed(last) - from + 1 }, (_, index) => from + index)
    }),
  ),
)

function isWorking(day: number): boolean {
  if (workingWeekends.has(day)) return true
  const weekday = new Date(day * length).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !daysOff.has(day)
}

/** The working day that lies `count` working days from a day, which does not count itself. */
function step(day: number, count: number, direction: 1 | -1): number {
  let at = day
  for (let left = count; left > 0; ) {
    at += direction
    if (isWorking(at)) left -= 1
  }
  return at
}

/** Whether people work on the Beijing day of this moment. */
export function isWorkingDay(moment: Date): boolean {
  return isWorking(dayOf(moment))
}

/** False for a year whose holidays are not in a table yet: its weekends alone count as days off. */
export function isCalendarKnown(year: number): boolean {
  return knownYears.has(year)
}

/** 24:00 Beijing time of the `days`-th working day after the day of `openedAt`. */
export function dueAt(openedAt: Date, days: number): Date {
  return startOf(step(dayOf(openedAt), days, 1) + 1)
}

/** What was opened before this moment is overdue at `now`, and nothing else: `dueAt(opened, days) <= now`. */
export function overdueBefore(now: Date, days: number): Date {
  return startOf(step(dayOf(now), days, -1))
}

/** What was opened before this moment falls due by the end of the Beijing day of `now`, or already did. */
export function dueTodayBefore(now: Date, days: number): Date {
  return startOf(step(dayOf(now) + 1, days, -1))
}
