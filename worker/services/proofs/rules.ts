/** How long a challenge or a question may wait for its answer. */
export const proofLifetimeMs = 60 * 60_000

/** A person needs at least this long from the question to the answer. */
export const minimumThoughtMs = 1_000

/** The work of a challenge: `cost` iterations for each counter tried, from 0 up to a random one below `maxCounter`. */
export const challengeCost = { cost: 1000, maxCounter: 500 }

/** On the closing day a source may ask for so many challenges in ten minutes before they get dearer, and no dearer than this. */
export const flood = { spanMs: 600_000, free: 10, dearest: 16 }

/** How many times the usual work a challenge takes, after `asked` challenges of one source in the span. */
export function priceAfter(asked: number): number {
  return Math.min(flood.dearest, 2 ** Math.max(0, asked - flood.free))
}
