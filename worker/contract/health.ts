import * as v from 'valibot'
import { timeSchema } from './view-parts'

/** `GET /api/health` */
export const healthViewSchema = v.strictObject({
  status: v.literal('ok'),
  database: v.literal('ok'),
  time: timeSchema,
})
export type HealthView = v.InferOutput<typeof healthViewSchema>

/** `GET /api/challenge`: an ALTCHA challenge of version 2, to be solved as its widget or library does. */
export const challengeViewSchema = v.strictObject({
  challenge: v.strictObject({
    parameters: v.record(v.string(), v.union([v.string(), v.number()])),
    signature: v.string(),
  }),
})
