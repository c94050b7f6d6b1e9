import * as v from 'valibot'
import { authorViewSchema, publicIdSchema } from '../comments'
import { fieldCode } from '../errors'
import { lines, whole } from '../fields'
import { limits } from '../limits'
import { countSchema, timeSchema } from '../view-parts'
import { reasonIdSchema } from './decisions'
import { queueFilterSchema } from './queue'

/** What a decision over many is about: chosen ones, a group, or a part of the queue. */
export const selectionSchema = v.variant(
  'of',
  [
    v.strictObject(
      {
        of: v.literal('chosen'),
        reviews: v.pipe(
          v.array(
            v.strictObject(
              { publicId: publicIdSchema, reviewId: whole, revision: whole },
              fieldCode('unknown_key'),
            ),
          ),
          v.minLength(1, fieldCode('required')),
          v.maxLength(limits.batchSize, fieldCode('too_long')),
        ),
      },
      fieldCode('unknown_key'),
    ),
    v.strictObject({ of: v.literal('group'), groupId: whole }, fieldCode('unknown_key')),
    v.strictObject({ of: v.literal('filter'), filter: queueFilterSchema }, fieldCode('unknown_key')),
  ],
  fieldCode('not_a_choice'),
)
export type Selection = v.InferOutput<typeof selectionSchema>

/** `POST /api/moderation/batches/count`: how many, and a sample, before anything is decided. */
export const countBatchSchema = v.strictObject({ selection: selectionSchema }, fieldCode('unknown_key'))
export type CountBatch = v.InferOutput<typeof countBatchSchema>
export const batchCountSchema = v.strictObject({
  /** What the selection holds and this moderator may decide; one act decides at most `limits.batchSize`, the oldest. */
  count: countSchema,
  /** What is left out, for a colleague holds it or it was passed to one. */
  heldByOthers: countSchema,
  /** Later arrivals have a higher number and are not decided with these. */
  upTo: countSchema,
  sample: v.array(v.strictObject({ publicId: publicIdSchema, body: v.string(), author: authorViewSchema })),
})
export type BatchCount = v.InferOutput<typeof batchCountSchema>

/** `POST /api/moderation/batches`: one decision on what was counted, each in a transaction of its own. */
export const batchSchema = v.strictObject(
  {
    selection: selectionSchema,
    upTo: v.pipe(v.number(fieldCode('wrong_type')), v.integer(fieldCode('wrong_type')), v.minValue(0)),
    decision: v.picklist(['publish', 'return', 'reject'], fieldCode('not_a_choice')),
    reason: v.optional(reasonIdSchema),
    note: v.optional(lines(limits.note)),
    internalNote: v.optional(lines(limits.note)),
  },
  fieldCode('unknown_key'),
)
export type BatchInput = v.InferOutput<typeof batchSchema>
export const batchViewSchema = v.strictObject({
  batchId: v.string(),
  staged: v.array(v.strictObject({ publicId: publicIdSchema, stagedId: v.string() })),
  /** What did not apply, each with an error code and its sentence in the reader's language. */
  refused: v.array(v.strictObject({ publicId: publicIdSchema, code: v.string(), message: v.string() })),
  effectiveAt: timeSchema,
})
export type BatchView = v.InferOutput<typeof batchViewSchema>
