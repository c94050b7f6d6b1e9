import * as v from 'valibot'
import { authorViewSchema, cursorSchema, pageLimitSchema, pageOf, publicIdSchema } from '../comments'
import { fieldCode } from '../errors'
import { lines } from '../fields'
import { limits } from '../limits'
import { reasonViewSchema } from '../receipts'
import { redactionSchema } from '../redaction'
import { countSchema, ordinalSchema, timeSchema } from '../view-parts'
import { wordingViewSchema } from '../wordings'
import { commentStates, decisions } from '../words'

/** `GET /api/moderation/decided`: what took effect, newest first. */
export const decidedQuerySchema = v.strictObject(
  {
    decision: v.optional(v.picklist(decisions, fieldCode('not_a_choice'))),
    after: cursorSchema,
    limit: pageLimitSchema,
  },
  fieldCode('unknown_key'),
)
export type DecidedQuery = v.InferOutput<typeof decidedQuerySchema>
const decidedItemSchema = v.strictObject({
  decisionId: v.string(),
  at: timeSchema,
  by: v.string(),
  decision: v.picklist(decisions),
  reason: reasonViewSchema,
  note: v.nullable(v.string()),
  internalNote: v.nullable(v.string()),
  publicId: publicIdSchema,
  revision: ordinalSchema,
  state: v.picklist(commentStates),
  author: authorViewSchema,
  measure: v.strictObject({ key: v.string(), shortTitle: v.string() }),
  /** As the public may read it now, with the wording that it suggests. */
  body: v.string(),
  wording: v.nullable(wordingViewSchema),
  /** Passages that are hidden; the words behind them are for named roles only. */
  redactions: v.array(redactionSchema),
  /** What may be decided anew by whoever asks. */
  mayDecide: v.array(v.picklist(decisions)),
})
export type DecidedItem = v.InferOutput<typeof decidedItemSchema>
export const decidedViewSchema = pageOf(decidedItemSchema)
export type DecidedView = v.InferOutput<typeof decidedViewSchema>

/** `POST /api/moderation/originals`: what stood where words are hidden; each reading is recorded with its purpose. */
export const readOriginalSchema = v.strictObject(
  { publicId: publicIdSchema, purpose: v.pipe(lines(limits.note), v.minLength(1, fieldCode('required'))) },
  fieldCode('unknown_key'),
)
export type ReadOriginal = v.InferOutput<typeof readOriginalSchema>
export const originalViewSchema = v.strictObject({
  publicId: publicIdSchema,
  revision: ordinalSchema,
  body: v.string(),
  redactions: v.array(redactionSchema),
})
export type OriginalView = v.InferOutput<typeof originalViewSchema>

/** `GET /api/moderation/agreement`: how often two people who did not know of each other came to the same decision. */
export const agreementViewSchema = v.strictObject({
  items: v.array(
    v.strictObject({
      reviewKind: v.picklist(['second', 'recheck']),
      decision: v.picklist(decisions),
      reason: reasonViewSchema,
      compared: countSchema,
      agreed: countSchema,
    }),
  ),
})
export type AgreementView = v.InferOutput<typeof agreementViewSchema>
