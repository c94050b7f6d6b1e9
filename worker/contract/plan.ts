import * as v from 'valibot'
import { answerViewSchema } from './answers'
import { targetDistributionSchema } from './opinions'
import { countSchema, figuresBy, ordinalSchema, timeSchema } from './view-parts'
import {
  baselinePeriods,
  clauseChangeKinds,
  commentStates,
  moderationRules,
  participantKinds,
  participantRules,
  stances,
  targetBounds,
} from './words'

export const consultationPhases = ['not_open', 'open', 'closed'] as const
export type ConsultationPhase = (typeof consultationPhases)[number]

/** How a document numbers its themes and measures, by their keys: 三、 for 3, 第四条 for 2.1; empty where it is （一） and 一是. */
export const planLabelsSchema = v.record(v.string(), v.string())
export type PlanLabels = v.InferOutput<typeof planLabelsSchema>

export const consultationViewSchema = v.strictObject({
  key: v.string(),
  title: v.string(),
  titleEn: v.string(),
  authority: v.string(),
  authorityEn: v.string(),
  /** ISO 8601, UTC. Closing is the first instant after 24:00 Beijing time of the closing day. */
  opensAt: timeSchema,
  closesAt: timeSchema,
  phase: v.picklist(consultationPhases),
  /** When its result was published; null until then. */
  resultAt: v.nullable(timeSchema),
  /** The revision of the plan that is published; 1 is the text that went out for opinions. */
  planRevision: ordinalSchema,
  /** True for the one at the plain addresses; the others are at `/c/<key>`. */
  isCurrent: v.boolean(),
  participants: v.picklist(participantRules),
  /** Whether comments can be replied to. */
  hasReplies: v.boolean(),
  moderation: v.picklist(moderationRules),
  /** Printed where the period is shorter than usual. */
  shortPeriodReason: v.nullable(v.string()),
  /** The same for English pages; null where none was given. */
  shortPeriodReasonEn: v.nullable(v.string()),
  /** Why its closing day was last put off. */
  extensionReason: v.nullable(v.string()),
  labels: planLabelsSchema,
})
export type ConsultationView = v.InferOutput<typeof consultationViewSchema>

/** A text with the short names that tables of contents use. */
export const namedSchema = v.strictObject({
  key: v.string(),
  number: ordinalSchema,
  title: v.string(),
  shortTitle: v.string(),
  shortTitleEn: v.string(),
})
/** A text with the short names that tables of contents use. */
export type Named = v.InferOutput<typeof namedSchema>

const measureSummarySchema = v.strictObject({
  ...namedSchema.entries,
  published: countSchema,
  targets: v.array(v.string()),
})
export type MeasureSummary = v.InferOutput<typeof measureSummarySchema>

const themeViewSchema = v.strictObject({
  ...namedSchema.entries,
  published: countSchema,
  measures: v.array(measureSummarySchema),
})
export type ThemeView = v.InferOutput<typeof themeViewSchema>

const baselineViewSchema = v.strictObject({
  quote: v.string(),
  value: v.number(),
  unit: v.string(),
  period: v.picklist(baselinePeriods),
  indicator: v.string(),
  section: ordinalSchema,
})
export type BaselineView = v.InferOutput<typeof baselineViewSchema>

const targetViewSchema = v.strictObject({
  key: v.string(),
  quote: v.string(),
  /** UTF-16 offsets in the clause's text. */
  start: countSchema,
  end: countSchema,
  bound: v.picklist(targetBounds),
  min: v.number(),
  max: v.nullable(v.number()),
  unit: v.string(),
  indicator: v.string(),
  /** How the first revision has it; null where the figure is the same. */
  was: v.nullable(v.string()),
  baselines: v.array(baselineViewSchema),
  /** Of what is published. */
  opinions: targetDistributionSchema,
})
export type TargetView = v.InferOutput<typeof targetViewSchema>

/** The last change of a clause and the public comments that caused it: at most twenty of them. */
export const changeInTextSchema = v.strictObject({
  id: ordinalSchema,
  revision: ordinalSchema,
  kind: v.picklist(clauseChangeKinds),
  /** How it read before; null where it is new. */
  before: v.nullable(v.string()),
  reason: v.string(),
  comments: v.array(v.string()),
  hasMore: v.boolean(),
})
/** The last change of a clause and the public comments that caused it: at most twenty of them. */
export type ChangeInText = v.InferOutput<typeof changeInTextSchema>

export const clauseViewSchema = v.strictObject({
  key: v.string(),
  number: ordinalSchema,
  text: v.string(),
  published: countSchema,
  byStance: figuresBy(stances),
  targets: v.array(targetViewSchema),
  /** Null where it reads as it always did. */
  change: v.nullable(changeInTextSchema),
})
export type ClauseView = v.InferOutput<typeof clauseViewSchema>

export const reviewSectionViewSchema = v.strictObject({
  number: ordinalSchema,
  title: v.string(),
  text: v.string(),
})
export type ReviewSectionView = v.InferOutput<typeof reviewSectionViewSchema>

const publishedCountsSchema = v.strictObject({
  published: countSchema,
  byKind: figuresBy(participantKinds),
  byStance: figuresBy(stances),
})
export type PublishedCounts = v.InferOutput<typeof publishedCountsSchema>

const removedClauseSchema = v.strictObject({
  key: v.string(),
  number: ordinalSchema,
  change: changeInTextSchema,
})
export type RemovedClause = v.InferOutput<typeof removedClauseSchema>

/** A public comment whose clause was removed or whose passage is gone, with the text that it was made on. */
const orphanViewSchema = v.strictObject({
  publicId: v.string(),
  clauseKey: v.string(),
  madeOn: ordinalSchema,
  text: v.string(),
  quote: v.nullable(v.string()),
  body: v.string(),
})
export type OrphanView = v.InferOutput<typeof orphanViewSchema>

/** `GET /api/plan` */
export const planViewSchema = v.strictObject({
  consultation: consultationViewSchema,
  counts: publishedCountsSchema,
  preamble: v.array(v.string()),
  themes: v.array(themeViewSchema),
  review: v.strictObject({
    heading: v.string(),
    preamble: v.array(v.string()),
    sections: v.array(v.strictObject({ ...reviewSectionViewSchema.entries, measures: v.array(v.string()) })),
  }),
})
/** `GET /api/plan` */
export type PlanView = v.InferOutput<typeof planViewSchema>

const neighbourSchema = v.nullable(
  v.strictObject({ key: v.string(), shortTitle: v.string(), shortTitleEn: v.string() }),
)

/** `GET /api/measures/{key}` */
export const measureViewSchema = v.strictObject({
  ...namedSchema.entries,
  consultation: consultationViewSchema,
  theme: namedSchema,
  /** The revision that the text is of. */
  revision: ordinalSchema,
  clauses: v.array(clauseViewSchema),
  removed: v.array(removedClauseSchema),
  /** Targets that the text no longer has, as they stood in revision 1. */
  formerTargets: v.array(v.strictObject({ ...targetViewSchema.entries, clauseKey: v.string() })),
  orphans: v.strictObject({ items: v.array(orphanViewSchema), hasMore: v.boolean() }),
  /** Baselines of the measure that no single target answers. */
  baselines: v.array(baselineViewSchema),
  review: v.array(reviewSectionViewSchema),
  counts: publishedCountsSchema,
  /** The department's answer to the measure as a whole, once it is public. */
  answers: v.array(answerViewSchema),
  previous: neighbourSchema,
  next: neighbourSchema,
})
/** `GET /api/measures/{key}` */
export type MeasureView = v.InferOutput<typeof measureViewSchema>

export const stateCountsSchema = figuresBy(commentStates)
export type StateCounts = v.InferOutput<typeof stateCountsSchema>
