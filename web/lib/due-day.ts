import { daysUntil, remainingDays } from './beijing-time'

export type DueDay =
  | { kind: 'late'; days: number }
  | { kind: 'today' }
  | { kind: 'tomorrow' }
  | { kind: 'later' }

/** Where the last day lies, of a period that ends with this instant: working on it is late once the day is over. */
export function dueDayOf(end: string, now: string): DueDay {
  if (Date.parse(now) >= Date.parse(end)) {
    const lastMoment = new Date(Date.parse(end) - 1).toISOString()
    return { kind: 'late', days: -daysUntil(lastMoment, now) }
  }
  const days = remainingDays(end, now)
  if (days === 0) return { kind: 'today' }
  return days === 1 ? { kind: 'tomorrow' } : { kind: 'later' }
}
