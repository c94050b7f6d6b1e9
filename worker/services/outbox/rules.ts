import type { ServiceContext } from '../../context'
import { limits } from '../../contract/limits'

const minute = 60_000
const longest = 60 * minute
const day = 24 * 60 * minute

/** Begins the reason of a message that was given up because it was put off too long. */
export const putOff = 'put_off'

/** One address in the form that every mail server takes: nothing that could end a header or begin a second recipient. */
export function isMailable(address: string): boolean {
  return /^[^\s\p{Cc}<>()[\]\\,;:"@]+@[^\s\p{Cc}<>()[\]\\,;:"@]+\.[^\s\p{Cc}<>()[\]\\,;:"@]+$/u.test(address)
}

/** When to try again after this many failures: a minute, two, four, up to an hour, less up to half of it by chance. */
export function nextAttemptAt(
  { now, random }: Pick<ServiceContext, 'now' | 'random'>,
  failures: number,
): Date {
  const [chance = 0] = random(1)
  const pause = Math.min(minute * 2 ** Math.min(failures - 1, 10), longest)
  return new Date(now.getTime() + pause * (1 - chance / 512))
}

/** Why a message is given up that has nothing true to tell any more. */
export const outdated = 'news_outdated'

/** Whether a message that its recipient's server has put off since then is given up at the next failure. */
export function isPutOffTooLong({ now }: Pick<ServiceContext, 'now'>, deferredAt: number | null): boolean {
  return deferredAt !== null && now.getTime() - deferredAt >= limits.deferredMailDays * day
}
