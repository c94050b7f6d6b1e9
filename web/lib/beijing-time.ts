import type { Language } from '../../worker/contract/words'

const hour = 3_600_000
const day = 24 * hour
const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

interface Calendar {
  year: number
  month: number
  day: number
  clock: string
}

function calendarOf(milliseconds: number): Calendar {
  const shifted = new Date(milliseconds + 8 * hour)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    clock: shifted.toISOString().slice(11, 16),
  }
}

const dayNumber = (milliseconds: number) => Math.floor((milliseconds + 8 * hour) / day)

function writeDay(at: Calendar, language: Language, withYear: boolean): string {
  if (language === 'zh') return `${withYear ? `${at.year} 年 ` : ''}${at.month} 月 ${at.day} 日`
  return `${at.day} ${englishMonths[at.month - 1]}${withYear ? ` ${at.year}` : ''}`
}

/** The day in Beijing; the year is left out where it is this year's. */
export function formatDay(iso: string, now: string, language: Language): string {
  const at = calendarOf(Date.parse(iso))
  return writeDay(at, language, at.year !== calendarOf(Date.parse(now)).year)
}

/** The day that a period of whole days ends with, without the year where it is this year's. */
export function formatLastDay(end: string, now: string, language: Language): string {
  return formatDay(new Date(Date.parse(end) - 1).toISOString(), now, language)
}

/** When a period ends, as people say it: 24:00 of its last day rather than 00:00 of the next; the year where it is another. */
export function formatEnd(end: string, now: string, language: Language): string {
  return `${formatLastDay(end, now, language)} ${endClock(Date.parse(end))}`
}

const endClock = (end: number) => calendarOf(end).clock.replace('00:00', '24:00')

/** The day in Beijing with its year. */
export function formatFullDay(iso: string, language: Language): string {
  return writeDay(calendarOf(Date.parse(iso)), language, true)
}

/** Day, year and minute in Beijing. */
export function formatFullMoment(iso: string, language: Language): string {
  return `${formatFullDay(iso, language)} ${calendarOf(Date.parse(iso)).clock}`
}

/** The minute in Beijing: 10:42. */
export function formatClock(iso: string): string {
  return calendarOf(Date.parse(iso)).clock
}

/** Day and minute in Beijing. */
export function formatMoment(iso: string, now: string, language: Language): string {
  return `${formatDay(iso, now, language)} ${calendarOf(Date.parse(iso)).clock}`
}

/** The same, always with its year. */
export function formatClosing(closesAt: string, language: Language): string {
  const end = Date.parse(closesAt)
  return `${writeDay(calendarOf(end - 1), language, true)} ${endClock(end)}`
}

/** Calendar days in Beijing until the day of an instant: 0 on the day itself, whatever the hour. */
export function daysUntil(iso: string, now: string): number {
  return dayNumber(Date.parse(iso)) - dayNumber(Date.parse(now))
}

/** Calendar days in Beijing until the last day: 0 on the day itself, negative once it is over. */
export function remainingDays(closesAt: string, now: string): number {
  const end = Date.parse(closesAt)
  const current = Date.parse(now)
  return current >= end ? -1 : dayNumber(end - 1) - dayNumber(current)
}

/** Days from the first to the last, both counted. */
export function periodDays(opensAt: string, closesAt: string): number {
  return dayNumber(Date.parse(closesAt) - 1) - dayNumber(Date.parse(opensAt)) + 1
}

/** How much of the period is over, 0 to 100. */
export function elapsedPercent(opensAt: string, closesAt: string, now: string): number {
  const start = Date.parse(opensAt)
  const share = (Date.parse(now) - start) / (Date.parse(closesAt) - start)
  return Math.round(Math.min(1, Math.max(0, share)) * 100)
}
