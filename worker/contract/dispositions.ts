import * as v from 'valibot'
import { authorViewSchema, publicIdSchema } from './comments'
import { fieldCode } from './errors'
import { line, lines } from './fields'
import { limits } from './limits'
import { countSchema, ordinalSchema, timeSchema } from './view-parts'
import { clauseChangeKinds, dispositions } from './words'

export const wholeSchema = v.pipe(
  v.number(fieldCode('wrong_type')),
  v.integer(fieldCode('wrong_type')),
  v.minValue(1, fieldCode('number_out_of_range')),
)
export const versionSchema = v.pipe(
  v.number(fieldCode('wrong_type')),
  v.integer(fieldCode('wrong_type')),
  v.minValue(0, fieldCode('number_out_of_range')),
)

const caseIds = v.pipe(
  v.array(publicIdSchema, fieldCode('wrong_type')),
  v.minLength(1, fieldCode('required')),
  v.maxLength(limits.caseBatch, fieldCode('too_long')),
)

/** Which comments one act is about: chosen ones, or the group of near-identical ones that a comment is of. */
export const caseSelectionSchema = v.variant(
  'of',
  [
    v.strictObject({ of: v.literal('chosen'), publicIds: caseIds }, fieldCode('unknown_key')),
    v.strictObject({ of: v.literal('group'), publicId: publicIdSchema }, fieldCode('unknown_key')),
  ],
  fieldCode('not_a_choice'),
)
export type CaseSelection = v.InferOutput<typeof caseSelectionSchema>

/** `POST /api/staff/dispositions/count` and `/api/staff/responses/comments/count`: how many, before anything is written. */
export const countCasesSchema = v.strictObject({ selection: caseSelectionSchema }, fieldCode('unknown_key'))
export type CountCases = v.InferOutput<typeof countCasesSchema>

/** A comment as it was seen: `version` is that of its disposition, 0 where it had none, `revision` that of its text. */
const caseRefSchema = v.strictObject(
  { publicId: publicIdSchema, version: versionSchema, revision: wholeSchema },
  fieldCode('unknown_key'),
)
export type CaseRef = v.InferOutput<typeof caseRefSchema>

const leftOutReasons = ['done', 'others', 'closed'] as const
export type LeftOutReason = (typeof leftOutReasons)[number]
export const caseCountSchema = v.strictObject({
  /** What the act would be about; one act takes at most `limits.caseBatch`, the oldest. */
  count: countSchema,
  /** Left out: done already, another unit's, not accepted. */
  done: countSchema,
  others: countSchema,
  closed: countSchema,
  /** Which of those chosen by hand are left out; a group is told by its numbers. */
  leftOut: v.array(v.strictObject({ publicId: publicIdSchema, why: v.picklist(leftOutReasons) })),
  cases: v.array(caseRefSchema),
  sample: v.array(v.strictObject({ publicId: publicIdSchema, body: v.string(), author: authorViewSchema })),
})
export type CaseCount = v.InferOutput<typeof caseCountSchema>

/** A standard text that was used, in the wording that was read. */
export const standardTextRefSchema = v.strictObject(
  { id: wholeSchema, version: wholeSchema },
  fieldCode('unknown_key'),
)

/** `POST /api/staff/dispositions`: one disposition for one comment or many, each as it was seen. */
export const disposeSchema = v.strictObject(
  {
    cases: v.pipe(
      v.array(caseRefSchema, fieldCode('wrong_type')),
      v.minLength(1, fieldCode('required')),
      v.maxLength(limits.caseBatch, fieldCode('too_long')),
    ),
    disposition: v.picklist(dispositions, fieldCode('not_a_choice')),
    reason: v.pipe(lines(limits.dispositionReason), v.minLength(1, fieldCode('required'))),
    /** The changes of clauses that it led to; of a draft revision or a published one. */
    changes: v.optional(
      v.pipe(
        v.array(wholeSchema, fieldCode('wrong_type')),
        v.maxLength(limits.clauseChanges, fieldCode('too_long')),
      ),
    ),
    /** Said expressly where what is adopted needs no change of the text: a matter of carrying it out. */
    isTextUnchanged: v.optional(v.boolean(fieldCode('wrong_type'))),
    /** Who it is passed on to, outside the department. */
    passedTo: v.optional(line(limits.passedTo)),
    standardText: v.optional(standardTextRefSchema),
  },
  fieldCode('unknown_key'),
)
export type Dispose = v.InferOutput<typeof disposeSchema>

/** What did not apply, each with an error code and its sentence in the reader's language. */
export const refusedCasesSchema = v.array(
  v.strictObject({ publicId: publicIdSchema, code: v.string(), message: v.string() }),
)

/** 200 of `POST /api/staff/dispositions`; one comment alone is refused as a whole. */
export const disposedViewSchema = v.strictObject({
  disposed: v.array(publicIdSchema),
  refused: refusedCasesSchema,
})
export type DisposedView = v.InferOutput<typeof disposedViewSchema>

const clauseChangeViewSchema = v.strictObject({
  id: ordinalSchema,
  clauseKey: v.string(),
  kind: v.picklist(clauseChangeKinds),
  /** How the clause reads then; null where it is removed. */
  text: v.nullable(v.string()),
  planRevision: ordinalSchema,
  isPublished: v.boolean(),
})
export type ClauseChangeChoice = v.InferOutput<typeof clauseChangeViewSchema>

export const usedStandardTextSchema = v.nullable(
  v.strictObject({ id: ordinalSchema, version: ordinalSchema, title: v.string() }),
)

const dispositionRecordSchema = v.strictObject({
  version: ordinalSchema,
  /** The revision of the comment's text that it was made on. */
  revision: ordinalSchema,
  disposition: v.picklist(dispositions),
  reason: v.string(),
  passedTo: v.nullable(v.string()),
  changes: v.array(clauseChangeViewSchema),
  standardText: usedStandardTextSchema,
  by: v.string(),
  at: timeSchema,
})
export type DispositionRecord = v.InferOutput<typeof dispositionRecordSchema>

/** `GET /api/staff/dispositions/of/:publicId`: what was made of a comment, by whom and when; what may be made of it now. */
export const dispositionViewSchema = v.strictObject({
  publicId: publicIdSchema,
  /** False once the comment is no longer accepted. */
  isAdmissible: v.boolean(),
  /** False where it is another unit's. */
  isMine: v.boolean(),
  /** Of the disposition in force and of the comment's text, as a write names them. */
  version: countSchema,
  revision: ordinalSchema,
  disposition: v.nullable(v.picklist(dispositions)),
  /** Newest first. */
  history: v.array(dispositionRecordSchema),
  /** Changes of the measure's clauses that it may have led to. */
  changes: v.array(clauseChangeViewSchema),
  /** All that ever were of its group of near-identical comments, itself included. */
  similar: countSchema,
})
export type DispositionView = v.InferOutput<typeof dispositionViewSchema>
