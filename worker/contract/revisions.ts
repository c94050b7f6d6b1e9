import * as v from 'valibot'
import { authorViewSchema, clauseKeySchema, measureKeySchema, pageOf, publicIdSchema } from './comments'
import { fieldCode } from './errors'
import { lines, requiredLine } from './fields'
import { limits } from './limits'
import { changeInTextSchema, namedSchema } from './plan'
import { countSchema, ordinalSchema, timeSchema } from './view-parts'
import { clauseChangeKinds, dispositions } from './words'

/** The state that an act was decided on, as it was read; another one in the meantime refuses it. */
const seenSchema = v.pipe(v.string(fieldCode('wrong_type')), v.maxLength(60, fieldCode('too_long')))
const noteSchema = v.optional(lines(limits.note), '')
const clauseTextSchema = requiredLine(limits.clauseText)

/** `POST /api/staff/revisions` */
export const startRevisionSchema = v.strictObject({ note: lines(limits.note) }, fieldCode('unknown_key'))

/** `POST /api/staff/revision-draft/changes`: the text is kept as typed. */
export const changeClauseSchema = v.pipe(
  v.variant(
    'act',
    [
      v.strictObject(
        {
          act: v.literal('amend'),
          clause: clauseKeySchema,
          text: clauseTextSchema,
          reason: noteSchema,
          seen: seenSchema,
        },
        fieldCode('unknown_key'),
      ),
      v.strictObject(
        { act: v.literal('add'), measure: measureKeySchema, text: clauseTextSchema, reason: noteSchema },
        fieldCode('unknown_key'),
      ),
      v.strictObject(
        { act: v.literal('remove'), clause: clauseKeySchema, reason: noteSchema, seen: seenSchema },
        fieldCode('unknown_key'),
      ),
      v.strictObject(
        { act: v.literal('take_back'), clause: clauseKeySchema, seen: seenSchema },
        fieldCode('unknown_key'),
      ),
    ],
    fieldCode('not_a_choice'),
  ),
  v.metadata({ type: 'object' }),
)
export type ClauseChangeInput = v.InferOutput<typeof changeClauseSchema>

/**
 * `POST /api/staff/revision-draft/publish`: readers are told what the revision is about, in the note that the draft was
 * started with or in this one; targets that it loses are lost only where that is said to be known.
 */
export const publishRevisionSchema = v.strictObject(
  {
    number: ordinalSchema,
    seen: seenSchema,
    note: noteSchema,
    losesTargets: v.optional(v.boolean(fieldCode('wrong_type')), false),
  },
  fieldCode('unknown_key'),
)
export type PublishRevision = v.InferInput<typeof publishRevisionSchema>

export const revisionNumberSchema = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,5}$/, fieldCode('number_out_of_range')),
  v.transform(Number),
)

/** `GET /api/staff/clause-changes` */
export const clauseChangesQuerySchema = v.strictObject(
  { measure: v.optional(measureKeySchema) },
  fieldCode('unknown_key'),
)

/** What a disposition can name: how a clause reads from a revision on, null where it is removed. */
const clauseChangeItemSchema = v.strictObject({
  id: ordinalSchema,
  revision: ordinalSchema,
  clauseKey: clauseKeySchema,
  kind: v.picklist(clauseChangeKinds),
  text: v.nullable(v.string()),
  isPublished: v.boolean(),
})
export type ClauseChangeItem = v.InferOutput<typeof clauseChangeItemSchema>
export const clauseChangeListSchema = v.strictObject({ items: v.array(clauseChangeItemSchema) })

/** What a revision does to a clause, and the comments that caused it: at most twenty of them. */
export const changeViewSchema = v.strictObject({
  ...changeInTextSchema.entries,
  clauseKey: clauseKeySchema,
  after: v.nullable(v.string()),
})
export type ChangeView = v.InferOutput<typeof changeViewSchema>

const changedMeasureSchema = <Change extends v.GenericSchema>(change: Change) =>
  v.strictObject({ ...namedSchema.entries, changes: v.array(change) })

const revisionEntries = {
  number: ordinalSchema,
  note: v.string(),
  publishedAt: v.nullable(timeSchema),
}

export const revisionViewSchema = v.strictObject({
  ...revisionEntries,
  measures: v.array(changedMeasureSchema(changeViewSchema)),
})
export type RevisionView = v.InferOutput<typeof revisionViewSchema>

/** `GET /api/revisions`: the published ones, newest first. */
export const revisionsViewSchema = v.strictObject({
  published: ordinalSchema,
  items: v.array(revisionViewSchema),
})
export type RevisionsView = v.InferOutput<typeof revisionsViewSchema>

export const staffChangeViewSchema = v.strictObject({
  ...changeViewSchema.entries,
  changedBy: v.string(),
  changedAt: timeSchema,
})

/** `GET /api/staff/revisions/{number}`: the draft too; its comments are those of the department, public or not. */
export const staffRevisionViewSchema = v.strictObject({
  ...revisionEntries,
  createdBy: v.string(),
  createdAt: timeSchema,
  publishedBy: v.nullable(v.string()),
  measures: v.array(changedMeasureSchema(staffChangeViewSchema)),
})
export type StaffRevisionView = v.InferOutput<typeof staffRevisionViewSchema>

/** A target that the draft changes, by its words in the published text. */
const changedTargetSchema = v.strictObject({
  key: v.string(),
  clauseKey: clauseKeySchema,
  indicator: v.string(),
  quote: v.string(),
  /** Null where the draft no longer has it. */
  becomes: v.nullable(v.string()),
})
export type ChangedTarget = v.InferOutput<typeof changedTargetSchema>

const draftViewSchema = v.strictObject({
  number: ordinalSchema,
  note: v.string(),
  createdBy: v.string(),
  createdAt: timeSchema,
  /** To be sent with the publication. */
  seen: v.string(),
  counts: v.strictObject(v.entriesFromList(clauseChangeKinds, countSchema)),
  targets: v.array(changedTargetSchema),
})
export type DraftView = v.InferOutput<typeof draftViewSchema>

/** `GET /api/staff/revisions` */
export const revisionsOverviewSchema = v.strictObject({
  published: ordinalSchema,
  mayPublish: v.boolean(),
  draft: v.nullable(draftViewSchema),
  revisions: v.array(
    v.strictObject({ ...revisionEntries, publishedBy: v.nullable(v.string()), changes: countSchema }),
  ),
  measures: v.array(
    v.strictObject({
      ...namedSchema.entries,
      /** Of the draft. */
      changes: countSchema,
      /** Opinions adopted or partly adopted. */
      asking: countSchema,
    }),
  ),
})
export type RevisionsOverview = v.InferOutput<typeof revisionsOverviewSchema>

/** An opinion that was adopted, or partly: what it asks for, and the changes that it is said to have led to. */
const askingOpinionSchema = v.strictObject({
  publicId: publicIdSchema,
  author: authorViewSchema,
  body: v.string(),
  quote: v.nullable(v.string()),
  disposition: v.picklist(dispositions),
  reason: v.string(),
  changes: v.array(ordinalSchema),
})
export type AskingOpinion = v.InferOutput<typeof askingOpinionSchema>

const draftClauseSchema = v.strictObject({
  key: clauseKeySchema,
  number: ordinalSchema,
  /** As published; null where the draft adds it. */
  before: v.nullable(v.string()),
  /** As the draft has it; null where the draft removes it. */
  text: v.nullable(v.string()),
  change: v.nullable(
    v.strictObject({
      id: ordinalSchema,
      kind: v.picklist(clauseChangeKinds),
      reason: v.string(),
      changedBy: v.string(),
      changedAt: timeSchema,
      /** True where a disposition in force names it: then it cannot be taken back. */
      isNamed: v.boolean(),
    }),
  ),
  seen: v.string(),
  targets: v.array(changedTargetSchema),
  opinions: v.array(askingOpinionSchema),
})
export type DraftClause = v.InferOutput<typeof draftClauseSchema>

/** `GET /api/staff/revisions/measures/{key}`: a measure as the draft has it, beside the opinions that ask for changes. */
export const draftMeasureSchema = v.strictObject({
  ...namedSchema.entries,
  draft: v.nullable(ordinalSchema),
  clauses: v.array(draftClauseSchema),
  /** On the measure as a whole, or on a clause that it no longer has. */
  opinions: v.array(askingOpinionSchema),
  hasMore: v.boolean(),
})
export type DraftMeasure = v.InferOutput<typeof draftMeasureSchema>

/** `GET /api/staff/orphans`: comments whose clause was removed or whose passage is gone, by measure. */
export const orphanPageSchema = pageOf(
  v.strictObject({
    publicId: publicIdSchema,
    measureKey: measureKeySchema,
    clauseKey: clauseKeySchema,
    /** The revision that it was made on, and how the clause read then. */
    madeOn: ordinalSchema,
    text: v.string(),
    quote: v.nullable(v.string()),
    orphanedIn: ordinalSchema,
    body: v.string(),
    author: authorViewSchema,
  }),
)
export type OrphanPage = v.InferOutput<typeof orphanPageSchema>
