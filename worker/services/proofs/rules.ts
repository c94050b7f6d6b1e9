/** How long a challenge or a question may wait for its answer. */
export const proofLifetimeMs = 60 * 60_000

/** A person needs at least this long from the question to the answer. */
export const minimumThoughtMs = 1_000

export const challengeCost = { cost: 1000, maxCounter: 500 }
