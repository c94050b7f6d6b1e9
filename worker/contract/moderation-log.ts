import * as v from 'valibot'
import { cursorSchema, pageLimitSchema, pageOf, publicIdSchema } from './comments'
import { fieldCode } from './errors'
import { reasonViewSchema } from './receipts'
import { countSchema, timeSchema } from './view-parts'
import { decisions, moderationRules, redactionReasons, secondLooks } from './words'

/** What the log lists by itself: everything but plain publication, which the thread shows. */
export const loggedDecisions = ['redact', 'return', 'reject', 'restore', 'uphold'] as const

/** `GET /api/moderation-log` */
export const moderationLogQuerySchema = v.strictObject(
  {
    decision: v.optional(v.picklist(decisions, fieldCode('not_a_choice'))),
    after: cursorSchema,
    limit: pageLimitSchema,
  },
  fieldCode('unknown_key'),
)
export type ModerationLogQuery = v.InferOutput<typeof moderationLogQuerySchema>

const logEntrySchema = v.strictObject({
  at: timeSchema,
  publicId: publicIdSchema,
  measure: v.strictObject({ key: v.string(), shortTitle: v.string(), shortTitleEn: v.string() }),
  decision: v.picklist(decisions),
  reason: reasonViewSchema,
  /** Why each passage was hidden. */
  redactions: v.array(v.picklist(redactionReasons)),
  /** What was not published, where its reason lets it be shown. */
  text: v.nullable(v.string()),
  /** True where the comment can be read now. */
  isPublic: v.boolean(),
})
export type LogEntry = v.InferOutput<typeof logEntrySchema>
/** `GET /api/moderation-log`, newest first */
export const moderationLogSchema = pageOf(logEntrySchema)
export type ModerationLog = v.InferOutput<typeof moderationLogSchema>

const monthFiguresSchema = v.strictObject({
  /** 2021-03, in Beijing. */
  month: v.string(),
  received: countSchema,
  published: countSchema,
  /** Of those published: with passages hidden. */
  redacted: countSchema,
  returned: countSchema,
  rejected: countSchema,
  rejectedBy: v.array(v.strictObject({ reason: reasonViewSchema, count: countSchema })),
  /** Decisions that a later one reversed: restored after an appeal or on the office's own motion, or taken down again. */
  overturned: countSchema,
  /** From the arrival of a text to its decision; null where none was decided. */
  medianMinutes: v.nullable(countSchema),
})
export type MonthFigures = v.InferOutput<typeof monthFiguresSchema>
/** `GET /api/moderation-figures`, newest month first */
export const moderationFiguresSchema = v.strictObject({ months: v.array(monthFiguresSchema) })
export type ModerationFigures = v.InferOutput<typeof moderationFiguresSchema>

/** The rules that moderators go by, as the page beside the form prints them. */
export const policySchema = v.strictObject({
  moderation: v.picklist(moderationRules),
  reviewDays: countSchema,
  secondLook: v.picklist(secondLooks),
  reasons: v.array(
    v.strictObject({
      ...reasonViewSchema.entries,
      decision: v.picklist(decisions),
      mayResubmit: v.boolean(),
    }),
  ),
})
export type Policy = v.InferOutput<typeof policySchema>
