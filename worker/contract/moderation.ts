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
import { profileViewSchema, targetOpinionViewSchema } from './opinions'
import { journeyStepSchema, reasonViewSchema } from './receipts'
import { redactionSchema, redactionsSchema } from './redaction'
import { countSchema, figuresBy, ordinalSchema, timeSchema } from './view-parts'
import {
  commentStates,
  decisions,
  deskEventKinds,
  participantKinds,
  queueViews,
  reviewKinds,
  signalKinds,
  stances,
} from './words'

const whole = v.pipe(
  v.number(fieldCode('wrong_type')),
  v.integer(fieldCode('wrong_type')),
  v.minValue(1, fieldCode('number_out_of_range')),
)
const reasonIdSchema = v.pipe(v.string(fieldCode('wrong_type')), v.maxLength(50, fieldCode('reason_unknown')))
const userIdSchema = v.pipe(v.string(fieldCode('wrong_type')), v.maxLength(64, fieldCode('too_long')))

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

/** `POST /api/moderation/duty`, and its answer. */
export const dutySchema = v.strictObject(
  { isOnDuty: v.boolean(fieldCode('wrong_type')) },
  fieldCode('unknown_key'),
)
export type Duty = v.InferOutput<typeof dutySchema>

/** `GET /api/moderation/reviews/:id`, `/api/moderation/groups/:id` and what is done there. */
export const ordinalParamSchema = v.object({
  id: v.pipe(
    v.string(),
    v.regex(/^[1-9]\d{0,14}$/, fieldCode('number_out_of_range')),
    v.metadata({ type: 'integer' }),
    v.transform(Number),
  ),
})

/** `POST /api/moderation/reviews/:id/pass` */
export const passSchema = v.strictObject(
  { to: userIdSchema, note: v.optional(lines(limits.note)) },
  fieldCode('unknown_key'),
)
export type Pass = v.InferOutput<typeof passSchema>

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

const signalViewSchema = v.strictObject({
  kind: v.picklist(signalKinds),
  /** UTF-16 offsets into the text; null where the signal is about the whole. */
  start: v.nullable(countSchema),
  end: v.nullable(countSchema),
  detail: v.nullable(v.string()),
})
export type SignalView = v.InferOutput<typeof signalViewSchema>

const personSchema = v.strictObject({ id: v.string(), name: v.string() })

const queueItemViewSchema = v.strictObject({
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
  body: v.string(),
  /** What goes into the figures with it. */
  targets: v.array(targetOpinionViewSchema),
  profile: v.nullable(profileViewSchema),
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

/** `GET /api/moderation/groups/:id` */
export const groupQuerySchema = v.strictObject({ after: cursorSchema }, fieldCode('unknown_key'))
export type GroupQuery = v.InferOutput<typeof groupQuerySchema>
const groupMemberSchema = v.strictObject({
  /** Null where it no longer waits. */
  reviewId: v.nullable(ordinalSchema),
  publicId: publicIdSchema,
  revision: ordinalSchema,
  state: v.picklist(commentStates),
  author: authorViewSchema,
  submittedAt: timeSchema,
  body: v.string(),
  similarity: v.number(),
  signals: v.array(signalViewSchema),
})
export type GroupMember = v.InferOutput<typeof groupMemberSchema>
export const groupViewSchema = v.strictObject({
  id: ordinalSchema,
  members: countSchema,
  open: countSchema,
  ...pageOf(groupMemberSchema).entries,
})
export type GroupView = v.InferOutput<typeof groupViewSchema>

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
  /** As the public may read it now. */
  body: v.string(),
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

/**
 * `held` with `by` and `until`: in hand until then, told anew while that is prolonged; with `by` alone: passed to that
 * person; with neither: free again. `staged` with `until`: decided, and effective then.
 */
const deskEventSchema = v.strictObject({
  seq: ordinalSchema,
  kind: v.picklist(deskEventKinds),
  reviewId: v.nullable(ordinalSchema),
  publicId: publicIdSchema,
  /** Who holds it or decided on it. */
  by: v.nullable(personSchema),
  until: v.nullable(timeSchema),
})
export type DeskEvent = v.InferOutput<typeof deskEventSchema>
/** `GET /api/moderation/events?after=12`; `isGap` where so much happened since that the desk should load anew. */
export const eventsQuerySchema = v.strictObject(
  {
    after: v.optional(
      v.pipe(v.string(), v.regex(/^\d{1,15}$/, fieldCode('number_out_of_range')), v.transform(Number)),
      '0',
    ),
  },
  fieldCode('unknown_key'),
)
export const deskNewsSchema = v.strictObject({
  events: v.array(deskEventSchema),
  lastEvent: countSchema,
  isGap: v.boolean(),
})
export type DeskNews = v.InferOutput<typeof deskNewsSchema>

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
