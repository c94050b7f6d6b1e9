import type { UnitsView } from '../../worker/contract/units'

/**
 * Whether whoever asks may answer a measure as a whole: as an administrator, as one of a unit that leads or supports it, or
 * as any member of staff where no unit leads it.
 */
export function mayAnswer({ units, colleagues }: UnitsView, isAdmin: boolean): (measure: string) => boolean {
  const own = new Set(colleagues.find(({ isMe }) => isMe)?.units)
  const led = new Set(units.flatMap(({ leads }) => leads))
  const theirs = new Set(
    units.filter(({ key }) => own.has(key)).flatMap(({ leads, supports }) => [...leads, ...supports]),
  )
  return (measure) => isAdmin || theirs.has(measure) || !led.has(measure)
}

/** Whether whoever asks makes answers public: as an administrator, or as the head of the unit, of any where none is named. */
export function mayRelease({ units, colleagues }: UnitsView, isAdmin: boolean, unit?: string): boolean {
  const me = colleagues.find(({ isMe }) => isMe)?.id
  return (
    isAdmin ||
    units.some(
      ({ key, members }) =>
        (unit === undefined || key === unit) && members.some(({ id, isHead }) => isHead && id === me),
    )
  )
}
