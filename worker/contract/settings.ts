import * as v from 'valibot'
import { publicIdSchema } from './comments'
import { fieldCode } from './errors'
import { lines } from './fields'
import { countSchema, ordinalSchema, timeSchema } from './view-parts'
import { decisions, mailKinds, mailTroubles, secondLooks } from './words'

const between = (min: number, max: number) =>
  v.pipe(
    v.number(fieldCode('wrong_type')),
    v.integer(fieldCode('wrong_type')),
    v.minValue(min, fieldCode('number_out_of_range')),
    v.maxValue(max, fieldCode('number_out_of_range')),
  )

/** `GET` and `POST /api/moderation/settings`: how this consultation is moderated. */
export const moderationSettingsSchema = v.strictObject(
  {
    /** Working days within which a decision is promised. */
    reviewDays: between(1, 30),
    secondLook: v.picklist(secondLooks, fieldCode('not_a_choice')),
    /** Of rejections, where a sample is looked at again. */
    secondLookPercent: between(1, 100),
    /** Of what was decided, dealt again blind. */
    recheckPercent: between(0, 100),
  },
  fieldCode('unknown_key'),
)
export type ModerationSettings = v.InferOutput<typeof moderationSettingsSchema>

/**
 * 200 of `POST /api/moderation/undelivered-mails/:id/retry`: mails that were given up and whose authors still have an address
 * here, the newest first. Beyond `limits.undeliveredCounted` they are not counted: it is then one more.
 */
export const undeliveredMailsSchema = v.strictObject({
  count: countSchema,
  items: v.array(
    v.strictObject({
      id: ordinalSchema,
      kind: v.picklist(mailKinds),
      publicId: publicIdSchema,
      givenUpAt: timeSchema,
      trouble: v.picklist(mailTroubles),
    }),
  ),
})
export type UndeliveredMails = v.InferOutput<typeof undeliveredMailsSchema>

/** `GET /api/moderation/deadlines` */
export const deadlinesSchema = v.strictObject({
  reviewDays: countSchema,
  waiting: countSchema,
  overdue: countSchema,
  dueToday: countSchema,
  /** The days on which what waits arrived, oldest first, with when it is due. */
  days: v.array(
    v.strictObject({ day: v.string(), dueAt: timeSchema, count: countSchema, isOverdue: v.boolean() }),
  ),
  /** Decisions that took effect in the last sixty minutes. */
  lastHour: countSchema,
  /** When nothing would wait any more at the pace of the last hour; null without a pace, or with nothing waiting. */
  emptyAt: v.nullable(timeSchema),
  /** False where the holidays of the days that count are not known yet and only weekends count as days off. */
  isCalendarKnown: v.boolean(),
  undelivered: undeliveredMailsSchema,
})
export type Deadlines = v.InferOutput<typeof deadlinesSchema>

const wordingSchema = v.strictObject({
  version: ordinalSchema,
  labelZh: v.string(),
  labelEn: v.string(),
  zh: v.string(),
  en: v.string(),
  wordedAt: timeSchema,
  /** Null where it came with the product. */
  by: v.nullable(v.string()),
})

/** 200 of `POST /api/moderation/reason-records/:id/…` */
export const reasonRecordSchema = v.strictObject({
  id: v.string(),
  decision: v.picklist(decisions),
  mayResubmit: v.boolean(),
  isSpam: v.boolean(),
  isTextHidden: v.boolean(),
  isActive: v.boolean(),
  /** Newest first; the first is the one in use. */
  wordings: v.array(wordingSchema),
})
export type ReasonRecord = v.InferOutput<typeof reasonRecordSchema>

/** `GET /api/moderation/reason-records`: every reason there ever was, with all its wordings. */
export const reasonRecordsSchema = v.strictObject({ items: v.array(reasonRecordSchema) })

const wording = (max: number) => v.pipe(lines(max), v.minLength(1, fieldCode('required')))
const yesNo = v.boolean(fieldCode('wrong_type'))

/** `POST /api/moderation/reason-records/:id/wording`: other words, from the next decision on. */
export const rewordingSchema = v.strictObject(
  { labelZh: wording(12), labelEn: wording(40), zh: wording(300), en: wording(900) },
  fieldCode('unknown_key'),
)
export type Rewording = v.InferOutput<typeof rewordingSchema>

/** `POST /api/moderation/reason-records/:id/rules`: what follows from it, from the next decision on. */
export const reasonRulesSchema = v.strictObject(
  { mayResubmit: yesNo, isSpam: yesNo, isTextHidden: yesNo, isActive: yesNo },
  fieldCode('unknown_key'),
)
export type ReasonRules = v.InferOutput<typeof reasonRulesSchema>
