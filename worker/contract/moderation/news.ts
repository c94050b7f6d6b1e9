import * as v from 'valibot'
import { publicIdSchema } from '../comments'
import { fieldCode } from '../errors'
import { countSchema, ordinalSchema, timeSchema } from '../view-parts'
import { deskEventKinds } from '../words'
import { personSchema } from './queue'

/**
 * `held` with `by` and `until`: in hand until then, told anew while that is prolonged; with `by` alone: passed to that
 * person; with neither: free again. `staged` with `until`: decided, and effective then.
 */
const deskEventSchema = v.strictObject({
  seq: ordinalSchema,
  kind: v.picklist(deskEventKinds),
  reviewId: v.nullable(ordinalSchema),
  publicId: publicIdSchema,
  /** Who holds it or decided on it. */
  by: v.nullable(personSchema),
  until: v.nullable(timeSchema),
})
export type DeskEvent = v.InferOutput<typeof deskEventSchema>
/** `GET /api/moderation/events?after=12`; `isGap` where so much happened since that the desk should load anew. */
export const eventsQuerySchema = v.strictObject(
  {
    after: v.optional(
      v.pipe(v.string(), v.regex(/^\d{1,15}$/, fieldCode('number_out_of_range')), v.transform(Number)),
      '0',
    ),
  },
  fieldCode('unknown_key'),
)
export const deskNewsSchema = v.strictObject({
  events: v.array(deskEventSchema),
  lastEvent: countSchema,
  isGap: v.boolean(),
})
export type DeskNews = v.InferOutput<typeof deskNewsSchema>
