import * as v from 'valibot'
import { fieldCode } from '../errors'
import { lines, userIdSchema, whole } from '../fields'
import { limits } from '../limits'
import { countSchema, ordinalSchema, timeSchema } from '../view-parts'
import { personSchema, queueFilterSchema, queueItemViewSchema } from './queue'

/** `POST /api/moderation/hand`: what the server deals to the moderator. */
export const dealSchema = queueFilterSchema

/**
 * `POST /api/moderation/hand/release`: without ids, the whole hand. `heldUntil` is the last that its page was told: what
 * another page has dealt or kept since stays in hand, however late this arrives.
 */
export const releaseSchema = v.strictObject(
  {
    heldUntil: v.pipe(v.string(fieldCode('wrong_type')), v.isoTimestamp(fieldCode('date_malformed'))),
    reviewIds: v.optional(v.pipe(v.array(whole), v.maxLength(limits.batchSize))),
  },
  fieldCode('unknown_key'),
)
export type Release = v.InferOutput<typeof releaseSchema>

/** `POST /api/moderation/reviews/:id/pass` */
export const passSchema = v.strictObject(
  { to: userIdSchema, note: v.optional(lines(limits.note)) },
  fieldCode('unknown_key'),
)
export type Pass = v.InferOutput<typeof passSchema>

/** `POST /api/moderation/hand`: all of that part of the queue that this moderator now holds, longest waiting first. */
export const handViewSchema = v.strictObject({ items: v.array(queueItemViewSchema), heldUntil: timeSchema })
export type HandView = v.InferOutput<typeof handViewSchema>

/** `POST /api/moderation/hand/keep` and `…/hand/release`: what is still held, and until when. */
export const keptHandSchema = v.strictObject({
  reviewIds: v.array(ordinalSchema),
  heldUntil: timeSchema,
  lastEvent: countSchema,
})
export type KeptHand = v.InferOutput<typeof keptHandSchema>

/** `POST /api/moderation/duty`, and its answer. */
export const dutySchema = v.strictObject(
  { isOnDuty: v.boolean(fieldCode('wrong_type')) },
  fieldCode('unknown_key'),
)
export type Duty = v.InferOutput<typeof dutySchema>

const colleagueSchema = v.strictObject({
  ...personSchema.entries,
  isOnline: v.boolean(),
  isOnDuty: v.boolean(),
  isMe: v.boolean(),
  holds: countSchema,
})
export type Colleague = v.InferOutput<typeof colleagueSchema>
/** `GET /api/moderation/colleagues` */
export const colleagueListSchema = v.strictObject({ items: v.array(colleagueSchema) })
