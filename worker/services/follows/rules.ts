import { beijingTimestamp, startOfBeijingDate } from '../../contract/beijing-time'
import { limits } from '../../contract/limits'
import type { FollowFrequency } from '../../contract/words'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** The hour in Beijing at which daily and weekly digests are made; the weekly ones on Mondays. */
export const digestHour = 8

/** When a follower is looked at again who was looked at now. */
export function nextDigestAt(frequency: FollowFrequency, now: Date): Date {
  if (frequency === 'at_once') return new Date(now.getTime() + limits.digestMinutes * minute)
  const today = startOfBeijingDate(beijingTimestamp(now).slice(0, 10)).getTime() + digestHour * hour
  const next = today > now.getTime() ? today : today + day
  return new Date(frequency === 'daily' ? next : next + daysToMonday(next) * day)
}

function daysToMonday(morning: number): number {
  const weekday = new Date(`${beijingTimestamp(morning).slice(0, 10)}T00:00:00Z`).getUTCDay()
  return (8 - weekday) % 7
}

/** When all follows of a consultation are deleted; null before its result. Without a result they end long after its closing. */
export function followsEndAt(consultation: { result_at: number | null; closes_at: number }): Date | null {
  return consultation.result_at === null
    ? null
    : new Date(consultation.result_at + limits.followDaysAfterResult * day)
}
