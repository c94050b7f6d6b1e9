import * as v from 'valibot'
import { annexOpeningSchema, annexSummarySchema, ownAnnexSchema } from './annexes'
import { answerViewSchema } from './answers'
import { normalizePublicId, normalizeQueryCode } from './codes'
import { authorViewSchema, clauseKeySchema, consentSchema, publicIdSchema } from './comments'
import { delayViewSchema } from './delay-notices'
import { fieldCode } from './errors'
import { bodySchema, contactSchema, line, lines, whole } from './fields'
import { fileViewSchema } from './files'
import { limits } from './limits'
import { profileViewSchema, targetOpinionsSchema, targetOpinionViewSchema } from './opinions'
import { outcomeSchema } from './results'
import { stampedViewSchema } from './stamped-scans'
import { countSchema, ordinalSchema, timeSchema } from './view-parts'
import { wordingInputSchema, wordingViewSchema } from './wordings'
import { commentStates, decisions, redactionReasons, stances } from './words'

const typed = (normalize: (text: string) => string) =>
  v.pipe(
    v.string(fieldCode('wrong_type')),
    v.maxLength(100, fieldCode('too_long')),
    v.transform(normalize),
    v.minLength(1, fieldCode('required')),
  )

const credentials = {
  publicId: v.pipe(
    typed(normalizePublicId),
    v.description('GX21-7F3K-92QX, however it was typed: case, spaces, dashes and look-alikes are forgiven'),
  ),
  queryCode: v.pipe(typed(normalizeQueryCode), v.description('7F3K-92QX-M4TB, forgiven likewise')),
}

/** `POST /api/receipts/lookup` */
export const receiptLookupSchema = v.strictObject(credentials, fieldCode('unknown_key'))
export type ReceiptCredentials = v.InferOutput<typeof receiptLookupSchema>

/**
 * `POST /api/receipts/resubmit`: the changed text of a comment that waits to be read, was returned, or was rejected for a
 * reason that allows it.
 */
export const resubmitSchema = v.strictObject(
  {
    ...credentials,
    body: bodySchema,
    stance: v.picklist(stances, fieldCode('not_a_choice')),
    /** Left out, what was said of targets stays; given, these take its place. */
    targets: v.optional(targetOpinionsSchema),
    /** Likewise, where it has a confidential annex. */
    annexSummary: v.optional(annexSummarySchema),
    /** Likewise; an empty text, or the clause as it reads, takes the suggestion back. */
    wording: v.optional(wordingInputSchema),
    /** Likewise the clause that it is on, empty for the measure as a whole; its passage and its suggestion go with the earlier one. */
    clause: v.optional(v.union([v.literal(''), clauseKeySchema], fieldCode('key_malformed'))),
    /** Likewise; empty takes the passage back. */
    quote: v.optional(line(limits.quote)),
    /** Likewise, of an individual. */
    displayName: v.optional(line(limits.displayName)),
    /** Likewise; of an individual both are given anew. */
    consent: v.optional(consentSchema),
    /** Likewise; empty takes it back. */
    contact: v.optional(contactSchema),
    /** Of the privacy notice, as it was shown beside what is given anew. */
    noticeVersion: v.optional(whole),
  },
  fieldCode('unknown_key'),
)
export type Resubmission = v.InferOutput<typeof resubmitSchema>

/** `POST /api/receipts/appeal`: why the decision should be looked at again. */
export const appealSchema = v.strictObject(
  { ...credentials, text: v.pipe(lines(limits.appeal), v.minLength(1, fieldCode('required'))) },
  fieldCode('unknown_key'),
)
export type Appeal = v.InferOutput<typeof appealSchema>

export const reasonViewSchema = v.strictObject({ id: v.string(), zh: v.string(), en: v.string() })

/** What happened to a comment, as its author may know it. */
export const journeyStepSchema = v.strictObject({
  at: timeSchema,
  step: v.picklist([
    'received',
    'published_at_once',
    'resubmitted',
    'appealed',
    'withdrawn',
    'erased',
    ...decisions,
  ]),
  revision: ordinalSchema,
  reason: v.nullable(reasonViewSchema),
  /** From the moderator; of an appeal, what the author wrote. */
  note: v.nullable(v.string()),
  /** By how many the same concern had been said of the text before, which counts no more. */
  supportsDropped: v.optional(countSchema),
})
/** What happened to a comment, as its author may know it. */
export type JourneyStep = v.InferOutput<typeof journeyStepSchema>

/** `POST /api/receipts/lookup` */
export const receiptViewSchema = v.strictObject({
  publicId: publicIdSchema,
  state: v.picklist(commentStates),
  revision: ordinalSchema,
  consultation: v.strictObject({ key: v.string(), isCurrent: v.boolean() }),
  measure: v.strictObject({ key: v.string(), title: v.string() }),
  /** As it read when the comment was made. */
  clause: v.nullable(v.strictObject({ key: v.string(), text: v.string() })),
  quote: v.nullable(v.string()),
  wording: v.nullable(wordingViewSchema),
  parentId: v.nullable(publicIdSchema),
  author: authorViewSchema,
  stance: v.picklist(stances),
  body: v.string(),
  /** For figures alone: neither is shown with the comment. */
  targets: v.array(targetOpinionViewSchema),
  profile: v.nullable(profileViewSchema),
  attachments: v.array(fileViewSchema),
  /** Readable by named staff alone; null where there is none. */
  annex: v.nullable(ownAnnexSchema),
  /** Every opening of it, the latest first; they stay when it is gone. */
  annexOpenings: v.array(annexOpeningSchema),
  /** The stamped paper of its text. */
  stamped: stampedViewSchema,
  consentPublish: v.boolean(),
  /** Public at once, and no moderator has looked at it yet. */
  isUnconfirmed: v.boolean(),
  /** Others are public at once; in this one something calls for a moderator first. */
  isHeld: v.boolean(),
  /** The privacy notice that applied when it was sent; null for offline comments, and from before there was one. */
  noticeVersion: v.nullable(ordinalSchema),
  createdAt: timeSchema,
  /** When its author had its content deleted; null where it stands. */
  erasedAt: v.nullable(timeSchema),
  /** Sent as a part of an enterprise’s response, which alone can take it out. */
  isOfResponse: v.boolean(),
  /** Part of the version of it that counts: its members alone change it, by reopening and sending again. */
  isOfStandingVersion: v.boolean(),
  /** Its organisation has sent its response again since, with something else in its place or with nothing. */
  isReplaced: v.boolean(),
  /** What has its place since; null where nothing has, or where it was not replaced. */
  replacedBy: v.nullable(publicIdSchema),
  /** Sent for an organisation by people who were put out of it since: it is shown, and nothing can be done with it here. */
  isOfEarlierPeople: v.boolean(),
  /** The end of the working day by which a decision is promised; null where nothing waits to be read. */
  dueAt: v.nullable(timeSchema),
  /** The working days promised from arrival to decision. */
  reviewDays: ordinalSchema,
  /** What was last said of a delay to those whose comments waited; null where this one did not, or no longer waits. */
  delay: v.nullable(delayViewSchema),
  /** Why each hidden passage of the text is hidden, in their order. */
  hidden: v.array(v.picklist(redactionReasons)),
  journey: v.array(journeyStepSchema),
  /** True while nobody has begun to decide on it: the text may be changed where it waits. */
  mayEdit: v.boolean(),
  mayResubmit: v.boolean(),
  mayWithdraw: v.boolean(),
  mayAppeal: v.boolean(),
  /** Until when; null where it may not be appealed. */
  appealUntil: v.nullable(timeSchema),
  /** True while an appeal waits for its answer. */
  isAppealOpen: v.boolean(),
  /** What became of it; null until the result is published, or where nobody disposed of it. */
  outcome: v.nullable(outcomeSchema),
  /** The department's answer to it, once it is public. */
  answer: v.nullable(answerViewSchema),
})
/** `POST /api/receipts/lookup` */
export type ReceiptView = v.InferOutput<typeof receiptViewSchema>
