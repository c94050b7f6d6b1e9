import * as v from 'valibot'
import { fieldCode } from './errors'
import { daySchema, lines } from './fields'
import { limits } from './limits'
import { countSchema, timeSchema } from './view-parts'

/** `POST /api/moderation/delay-notices`: until the end of which day everything that waits will be decided. */
export const newDelayNoticeSchema = v.strictObject(
  {
    until: daySchema,
    /** In place of the usual words of that language. */
    zh: v.optional(lines(limits.note)),
    en: v.optional(lines(limits.note)),
  },
  fieldCode('unknown_key'),
)
export type NewDelayNotice = v.InferOutput<typeof newDelayNoticeSchema>

/** As an author is told; without words of its own in a language, the page uses its usual ones. */
export const delayViewSchema = v.strictObject({
  sentAt: timeSchema,
  /** 24:00 of the day named. */
  promisedAt: timeSchema,
  zh: v.nullable(v.string()),
  en: v.nullable(v.string()),
})

/** 200 of `POST /api/moderation/delay-notices`: the comments whose receipts show it, and the mails it set off. */
export const delayNoticeViewSchema = v.strictObject({
  ...delayViewSchema.entries,
  by: v.string(),
  waiting: countSchema,
  mails: countSchema,
})
export type DelayNoticeView = v.InferOutput<typeof delayNoticeViewSchema>

/** `GET /api/moderation/delay-notices`: whom a notice would reach now, and the last ones. */
export const delayNoticesViewSchema = v.strictObject({
  waiting: countSchema,
  withMail: countSchema,
  items: v.array(delayNoticeViewSchema),
})
export type DelayNoticesView = v.InferOutput<typeof delayNoticesViewSchema>
