import * as v from 'valibot'

/** ISO 8601, UTC: 2021-03-19T16:00:00.000Z. */
export const timeSchema = v.pipe(v.string(), v.isoTimestamp())

/** How many there are. */
export const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A place in an order, counted from one. */
export const ordinalSchema = v.pipe(v.number(), v.integer(), v.minValue(1))

/** One count for each word of a closed vocabulary. */
export const figuresBy = <const Keys extends readonly string[]>(keys: Keys) =>
  v.strictObject(v.entriesFromList(keys, countSchema))
