/**
 * Numbers from 0 to below 1 that follow from a seed alone: mulberry32 (Tommy Ettinger, 2017, public domain), the same in
 * every engine, for it reckons in 32-bit whole numbers.
 */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The largest seed. */
export const largestSeed = 0xffff_ffff
