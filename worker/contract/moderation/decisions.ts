import * as v from 'valibot'
import { publicIdSchema } from '../comments'
import { fieldCode } from '../errors'
import { lines, whole } from '../fields'
import { limits } from '../limits'
import { reasonViewSchema } from '../receipts'
import { redactionsSchema } from '../redaction'
import { countSchema, timeSchema } from '../view-parts'
import { decisions } from '../words'

export const reasonIdSchema = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.maxLength(50, fieldCode('reason_unknown')),
)
/**
 * `POST /api/moderation/decisions`: `revision` is the one of the text that the moderator read. `isFinal` is for a second
 * look that differs from the first, once the first has been shown.
 */
export const decisionSchema = v.strictObject(
  {
    publicId: publicIdSchema,
    revision: whole,
    /** The work that it answers; left out where a decided comment is decided anew. */
    reviewId: v.optional(whole),
    decision: v.picklist(decisions, fieldCode('not_a_choice')),
    reason: v.optional(reasonIdSchema),
    note: v.optional(lines(limits.note)),
    internalNote: v.optional(lines(limits.note)),
    redactions: v.optional(redactionsSchema),
    isFinal: v.optional(v.boolean(fieldCode('wrong_type'))),
  },
  fieldCode('unknown_key'),
)
export type DecisionInput = v.InferOutput<typeof decisionSchema>

/** `POST /api/moderation/decisions/undo` */
export const undoSchema = v.strictObject(
  {
    stagedId: v.optional(v.pipe(v.string(fieldCode('wrong_type')), v.maxLength(64))),
    batchId: v.optional(v.pipe(v.string(fieldCode('wrong_type')), v.maxLength(64))),
  },
  fieldCode('unknown_key'),
)
export type Undo = v.InferOutput<typeof undoSchema>
/** 200 of `POST /api/moderation/decisions/undo` */
export const undoViewSchema = v.strictObject({ undone: countSchema, tooLate: countSchema })
export type UndoView = v.InferOutput<typeof undoViewSchema>

const opinionViewSchema = v.strictObject({
  decision: v.picklist(decisions),
  reason: reasonViewSchema,
  note: v.nullable(v.string()),
  internalNote: v.nullable(v.string()),
  by: v.string(),
  at: timeSchema,
})
export type OpinionView = v.InferOutput<typeof opinionViewSchema>

/**
 * 200 of `POST /api/moderation/decisions`. `staged`: takes effect at `effectiveAt` unless undone. `differs`: a second look
 * decided otherwise than the first, which is now shown. `recorded`: a blind re-check was noted; nothing else changes.
 */
export const decisionViewSchema = v.variant('outcome', [
  v.strictObject({
    outcome: v.literal('staged'),
    publicId: publicIdSchema,
    stagedId: v.string(),
    effectiveAt: timeSchema,
  }),
  v.strictObject({ outcome: v.literal('differs'), publicId: publicIdSchema, first: opinionViewSchema }),
  v.strictObject({ outcome: v.literal('recorded'), publicId: publicIdSchema }),
])
/** 200 of `POST /api/moderation/decisions` */
export type DecisionView = v.InferOutput<typeof decisionViewSchema>

const reasonChoiceSchema = v.strictObject({
  ...reasonViewSchema.entries,
  decision: v.picklist(decisions),
  labelZh: v.string(),
  labelEn: v.string(),
  mayResubmit: v.boolean(),
})
export type ReasonChoice = v.InferOutput<typeof reasonChoiceSchema>

/** `GET /api/moderation/reasons` */
export const reasonListSchema = v.strictObject({ items: v.array(reasonChoiceSchema) })
