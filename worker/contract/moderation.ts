import * as v from 'valibot'
import {
  authorViewSchema,
  cursorSchema,
  measureKeySchema,
  pageLimitSchema,
  pageOf,
  publicIdSchema,
} from './comments'
import { fieldCode } from './errors'
import { lines } from './fields'
import { limits } from './limits'
import { journeyStepSchema, reasonViewSchema } from './receipts'
import { countSchema, figuresBy, ordinalSchema, timeSchema } from './view-parts'
import { commentStates, decisions, participantKinds, stances } from './words'

/** `GET /api/moderation/queue` */
export const queueQuerySchema = v.strictObject(
  {
    after: cursorSchema,
    limit: pageLimitSchema,
    measure: v.optional(measureKeySchema),
    kind: v.optional(v.picklist(participantKinds, fieldCode('not_a_choice'))),
  },
  fieldCode('unknown_key'),
)
export type QueueQuery = v.InferOutput<typeof queueQuerySchema>

/** `POST /api/moderation/decisions` : `revision` is the one of the text that the moderator read. */
export const decisionSchema = v.strictObject(
  {
    publicId: publicIdSchema,
    revision: v.pipe(
      v.number(fieldCode('wrong_type')),
      v.integer(fieldCode('wrong_type')),
      v.minValue(1, fieldCode('number_out_of_range')),
    ),
    decision: v.picklist(decisions, fieldCode('not_a_choice')),
    reason: v.optional(
      v.pipe(v.string(fieldCode('wrong_type')), v.maxLength(50, fieldCode('reason_unknown'))),
    ),
    note: v.optional(lines(limits.note)),
  },
  fieldCode('unknown_key'),
)
export type DecisionInput = v.InferOutput<typeof decisionSchema>

/** 200 of `POST /api/moderation/decisions` */
export const decisionViewSchema = v.strictObject({
  publicId: publicIdSchema,
  revision: ordinalSchema,
  state: v.picklist(commentStates),
})
/** 200 of `POST /api/moderation/decisions` */
export type DecisionView = v.InferOutput<typeof decisionViewSchema>

const queueItemViewSchema = v.strictObject({
  publicId: publicIdSchema,
  revision: ordinalSchema,
  createdAt: timeSchema,
  /** When this revision arrived. */
  submittedAt: timeSchema,
  stance: v.picklist(stances),
  body: v.string(),
  /** The text that was returned for change, where this is a resubmission. */
  previousBody: v.nullable(v.string()),
  consentPublish: v.boolean(),
  /** How the author will be named to the public; with what else a moderator may know of an organisation. */
  author: v.strictObject({
    ...authorViewSchema.entries,
    uscc: v.nullable(v.string()),
    published: countSchema,
    rejected: countSchema,
  }),
  measure: v.strictObject({ key: v.string(), title: v.string(), shortTitle: v.string() }),
  clause: v.nullable(v.strictObject({ key: v.string(), number: ordinalSchema, text: v.string() })),
  parent: v.nullable(
    v.strictObject({ publicId: publicIdSchema, body: v.string(), author: authorViewSchema }),
  ),
  journey: v.array(v.strictObject({ ...journeyStepSchema.entries, by: v.nullable(v.string()) })),
})
export type QueueItemView = v.InferOutput<typeof queueItemViewSchema>

/** `GET /api/moderation/queue` */
export const queueViewSchema = v.strictObject({
  ...pageOf(queueItemViewSchema).entries,
  /** All that wait, whatever the filter. */
  pending: countSchema,
  byKind: figuresBy(participantKinds),
})
export type QueueView = v.InferOutput<typeof queueViewSchema>

const reasonChoiceSchema = v.strictObject({
  ...reasonViewSchema.entries,
  decision: v.picklist(decisions),
})
export type ReasonChoice = v.InferOutput<typeof reasonChoiceSchema>

/** `GET /api/moderation/reasons` */
export const reasonListSchema = v.strictObject({ items: v.array(reasonChoiceSchema) })
