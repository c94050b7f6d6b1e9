import * as v from 'valibot'
import { cursorSchema, pageLimitSchema, pageOf, publicIdSchema } from './comments'
import { fieldCode } from './errors'
import { lines } from './fields'
import { limits } from './limits'
import { consultationViewSchema, namedSchema, stateCountsSchema } from './plan'
import { countSchema, figuresBy, ordinalSchema, timeSchema } from './view-parts'
import { wordingViewSchema } from './wordings'
import { channels, clauseChangeKinds, dispositions, participantKinds } from './words'

/** What keeps a result from being published. Only some may be overridden, by an administrator and with a reason. */
export const gateBlockers = [
  'not_closed',
  'unreconciled',
  'unpublished_changes',
  'pending',
  'open_reviews',
  'undisposed',
] as const
export type GateBlocker = (typeof gateBlockers)[number]

/** What an administrator may publish in spite of, with a reason that is printed. */
export const overridableBlockers = ['pending', 'open_reviews', 'undisposed'] as const satisfies GateBlocker[]
export type OverridableBlocker = (typeof overridableBlockers)[number]

/** The figures of a consultation, which add up: received = all states = all channels; admissible = published + private = dispositions + undisposed. */
export const totalsSchema = v.strictObject({
  received: countSchema,
  states: stateCountsSchema,
  channels: figuresBy(channels),
  admissible: countSchema,
  /** Of the admissible, by kind of participant. */
  kinds: figuresBy(participantKinds),
  dispositions: figuresBy(dispositions),
  undisposed: countSchema,
})
export type Totals = v.InferOutput<typeof totalsSchema>

/** `GET /api/staff/gate` */
export const gateViewSchema = v.strictObject({
  totals: totalsSchema,
  /** Published, and not looked at by a moderator yet. */
  unconfirmed: countSchema,
  /** Second looks and appeals that wait for a moderator. */
  openReviews: countSchema,
  /** Changes of the plan that a disposition names and no published revision has yet. */
  unpublishedChanges: countSchema,
  closesAt: timeSchema,
  blockers: v.array(v.picklist(gateBlockers)),
  /** True for heads of a unit and administrators where nothing is in the way. */
  mayPublish: v.boolean(),
  /** True for an administrator where nothing else is in the way. */
  mayOverride: v.boolean(),
  /** Where comments still lack a disposition, most first. */
  measures: v.array(v.strictObject({ ...namedSchema.entries, undisposed: countSchema })),
  publishedAt: v.nullable(timeSchema),
})
export type GateView = v.InferOutput<typeof gateViewSchema>

/** `POST /api/staff/results`: the two figures as they were seen; others by now publish nothing. */
export const publishResultSchema = v.strictObject(
  {
    admissible: countSchema,
    undisposed: countSchema,
    overrideReason: v.optional(v.pipe(lines(limits.note), v.minLength(1, fieldCode('required')))),
  },
  fieldCode('unknown_key'),
)
export type PublishResult = v.InferOutput<typeof publishResultSchema>

/** What was not done yet when it was published, and how much of it. */
const overriddenSchema = v.strictObject({ blocker: v.picklist(overridableBlockers), count: countSchema })
export type Overridden = v.InferOutput<typeof overriddenSchema>

const overrideSchema = v.strictObject({
  reason: v.string(),
  by: v.string(),
  overridden: v.array(overriddenSchema),
})
export type Override = v.InferOutput<typeof overrideSchema>

const measureResultSchema = v.strictObject({
  ...namedSchema.entries,
  theme: ordinalSchema,
  admissible: countSchema,
  dispositions: figuresBy(dispositions),
  undisposed: countSchema,
  /** Clauses that a published revision amended, added or removed. */
  changes: countSchema,
})

/** `GET /api/results`; `result` is null until it is published. */
export const resultViewSchema = v.strictObject({
  consultation: consultationViewSchema,
  result: v.nullable(
    v.strictObject({
      publishedAt: timeSchema,
      planRevision: ordinalSchema,
      /** As printed on the day; what a later correction changes stands in `measures`. */
      totals: totalsSchema,
      override: v.nullable(overrideSchema),
      measures: v.array(measureResultSchema),
    }),
  ),
})
export type ResultView = v.InferOutput<typeof resultViewSchema>

export const changedClauseSchema = v.strictObject({
  key: v.string(),
  kind: v.picklist(clauseChangeKinds),
  /** How it read before; null where it is new. */
  before: v.nullable(v.string()),
  /** How it reads since; null where it was removed. */
  after: v.nullable(v.string()),
})
export type ChangedClause = v.InferOutput<typeof changedClauseSchema>

/** What became of one comment. */
export const outcomeSchema = v.strictObject({
  disposition: v.picklist(dispositions),
  reason: v.string(),
  passedTo: v.nullable(v.string()),
  changes: v.array(changedClauseSchema),
})
export type Outcome = v.InferOutput<typeof outcomeSchema>

/** A row of 意见采纳情况: a public comment, with those like it that got the same disposition. */
export const adoptionRowSchema = v.strictObject({
  number: ordinalSchema,
  publicId: publicIdSchema,
  /** Itself included. */
  similarCount: ordinalSchema,
  kind: v.picklist(participantKinds),
  /** Masked, unless it may be public. */
  name: v.nullable(v.string()),
  clause: v.nullable(v.string()),
  body: v.string(),
  wording: v.nullable(wordingViewSchema),
  /** Null where it was published without one. */
  outcome: v.nullable(outcomeSchema),
})
export type AdoptionRow = v.InferOutput<typeof adoptionRowSchema>

/** `GET /api/results/{key}`: the adoption table of a measure. */
export const adoptionQuerySchema = v.strictObject(
  { after: cursorSchema, limit: pageLimitSchema },
  fieldCode('unknown_key'),
)
export type AdoptionQuery = v.InferOutput<typeof adoptionQuerySchema>

/** `GET /api/results/{key}` */
export const measureResultViewSchema = v.strictObject({
  measure: measureResultSchema,
  changes: v.array(changedClauseSchema),
  /** Accepted, but not public at their authors' wish: counted, not listed. */
  privateCount: countSchema,
  rows: pageOf(adoptionRowSchema),
})
export type MeasureResultView = v.InferOutput<typeof measureResultViewSchema>

/** The report on the adoption of comments, as an official document: in Chinese, whoever reads it. */
export interface ReportText {
  title: string
  /** What is marked on each page that is not for everybody. */
  internal: string | null
  /** Null once it is issued. */
  draft: string | null
  /** Headings with their paragraphs; the table stands after the last of them. */
  sections: { heading: string; paragraphs: string[] }[]
  heads: readonly string[]
  /** At the end, under the name of the authority. */
  date: string
}

export interface ReportRow {
  number: number
  publicId: string
  author: string
  place: string
  body: string
  disposition: string
  reason: string | null
}
