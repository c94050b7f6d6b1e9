import type { ServiceContext } from '../../context'

const minute = 60_000
const longest = 60 * minute

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
