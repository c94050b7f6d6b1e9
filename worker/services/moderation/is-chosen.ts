import type { ServiceContext } from '../../context'

/** Lets chance choose that many of a hundred. */
export function isChosen(ctx: ServiceContext, percent: number): boolean {
  if (percent <= 0 || percent >= 100) return percent > 0
  const drawn = ctx.random(4).reduce((number, byte) => number * 256 + byte, 0)
  return (drawn / 2 ** 32) * 100 < percent
}
