import * as v from 'valibot'
import {
  authorViewSchema,
  cursorSchema,
  measureKeySchema,
  pageLimitSchema,
  pageOf,
  publicIdSchema,
} from '../comments'
import { fieldCode } from '../errors'
import { fileViewSchema } from '../files'
import { profileViewSchema, targetOpinionViewSchema } from '../opinions'
import { journeyStepSchema } from '../receipts'
import { countSchema, figuresBy, ordinalSchema, timeSchema } from '../view-parts'
import { wordingViewSchema } from '../wordings'
import { decisions, participantKinds, queueViews, reviewKinds, signalKinds, stances } from '../words'

const filter = {
  view: v.optional(v.picklist(queueViews, fieldCode('not_a_choice')), 'age'),
  /** With a signal, the view and the other filters do not apply: every waiting comment that has it, one by one. */
  signal: v.optional(v.picklist(signalKinds, fieldCode('not_a_choice'))),
  measure: v.optional(measureKeySchema),
  kind: v.optional(v.picklist(participantKinds, fieldCode('not_a_choice'))),
}

/** `GET /api/moderation/queue` */
export const queueQuerySchema = v.strictObject(
  { ...filter, after: cursorSchema, limit: pageLimitSchema },
  fieldCode('unknown_key'),
)
export type QueueQuery = v.InferOutput<typeof queueQuerySchema>

/** A part of the queue, as a body names it. */
export const queueFilterSchema = v.strictObject(filter, fieldCode('unknown_key'))
export type QueueFilter = v.InferOutput<typeof queueFilterSchema>

export const signalViewSchema = v.strictObject({
  kind: v.picklist(signalKinds),
  /** UTF-16 offsets into the text; null where the signal is about the whole. */
  start: v.nullable(countSchema),
  end: v.nullable(countSchema),
  detail: v.nullable(v.string()),
})
export type SignalView = v.InferOutput<typeof signalViewSchema>

export const personSchema = v.strictObject({ id: v.string(), name: v.string() })

export const queueItemViewSchema = v.strictObject({
  reviewId: ordinalSchema,
  reviewKind: v.picklist(reviewKinds),
  publicId: publicIdSchema,
  revision: ordinalSchema,
  createdAt: timeSchema,
  /** When this piece of work came up: for a first reading, when this revision arrived. */
  submittedAt: timeSchema,
  /** The end of the working day by which it is promised. */
  dueAt: timeSchema,
  stance: v.picklist(stances),
  /** With the wording that it suggests and the summary of its annex, as `wholeText` has them: signals and hidden passages count in all of it. */
  body: v.string(),
  wording: v.nullable(wordingViewSchema),
  /** What is for the figures and the department, and not shown with it. */
  targets: v.array(targetOpinionViewSchema),
  profile: v.nullable(profileViewSchema),
  attachments: v.array(fileViewSchema),
  /** What will be public of its confidential annex. */
  annexSummary: v.nullable(v.string()),
  /** The text that was returned for change, where this is a resubmission. */
  previousBody: v.nullable(v.string()),
  consentPublish: v.boolean(),
  /** Public at once: the reading confirms it, or takes it back. */
  isUnconfirmed: v.boolean(),
  /** How the author will be named to the public; with what else a moderator may know of an organisation. */
  author: v.strictObject({
    ...authorViewSchema.entries,
    uscc: v.nullable(v.string()),
    /** The organisation that has its code here, where that has another name. */
    registeredAs: v.nullable(v.string()),
    published: countSchema,
    rejected: countSchema,
    /** The comments of the formal response that it is one of; null where it is the only one. */
    responseParts: v.nullable(countSchema),
  }),
  measure: v.strictObject({ key: v.string(), title: v.string(), shortTitle: v.string() }),
  clause: v.nullable(v.strictObject({ key: v.string(), number: ordinalSchema, text: v.string() })),
  /** The passage of the clause that it is on. */
  quote: v.nullable(v.string()),
  parent: v.nullable(
    v.strictObject({ publicId: publicIdSchema, body: v.string(), author: authorViewSchema }),
  ),
  signals: v.array(signalViewSchema),
  /** The group of near-identical comments: all that ever joined, those that wait now. */
  group: v.nullable(v.strictObject({ id: ordinalSchema, members: countSchema, open: countSchema })),
  holder: v.nullable(v.strictObject({ ...personSchema.entries, until: timeSchema, isMe: v.boolean() })),
  passed: v.nullable(v.strictObject({ by: v.string(), note: v.nullable(v.string()), toMe: v.boolean() })),
  /** Decided, and not in effect yet. Whoever did not decide it is not told what: a second reader has to be blind to it. */
  staged: v.nullable(
    v.strictObject({
      id: v.string(),
      decision: v.nullable(v.picklist(decisions)),
      effectiveAt: timeSchema,
      by: v.string(),
      isMine: v.boolean(),
    }),
  ),
  /** What the author says against the decision, where this is an appeal; `first` is what it is against. */
  appeal: v.nullable(v.strictObject({ text: v.string(), filedAt: timeSchema })),
  /** Hides what others thought of it, where the reading is a blind one. */
  journey: v.array(v.strictObject({ ...journeyStepSchema.entries, by: v.nullable(v.string()) })),
})
export type QueueItemView = v.InferOutput<typeof queueItemViewSchema>

/** `GET /api/moderation/queue` */
export const queueViewSchema = pageOf(queueItemViewSchema)
export type QueueView = v.InferOutput<typeof queueViewSchema>

/** `GET /api/moderation/reviews/:id`; `POST …/take-over`: now in hand; `POST …/pass`: now a colleague's. */
export const reviewViewSchema = queueItemViewSchema

/** `GET /api/moderation/counts`: figures kept by the writes, whatever the filter. */
export const queueCountsSchema = v.strictObject({
  /** Comments that wait, and cards in the list: near-identical ones share a card. */
  open: figuresBy(reviewKinds),
  cards: figuresBy(reviewKinds),
  /** First readings due by the end of this working day, those past their promise included. */
  soon: countSchema,
  overdue: countSchema,
  mine: countSchema,
  passed: countSchema,
  signals: figuresBy(signalKinds),
  byKind: figuresBy(participantKinds),
  byMeasure: v.record(v.string(), countSchema),
  decidedToday: countSchema,
  /** From arrival to decision, over the last seven days; null where nothing was decided. */
  medianMinutes: v.nullable(countSchema),
  lastEvent: countSchema,
})
export type QueueCounts = v.InferOutput<typeof queueCountsSchema>
