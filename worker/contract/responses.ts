import * as v from 'valibot'
import {
  authorViewSchema,
  cursorSchema,
  measureKeySchema,
  pageLimitSchema,
  pageOf,
  publicIdSchema,
} from './comments'
import {
  refusedCasesSchema,
  standardTextRefSchema,
  usedStandardTextSchema,
  versionSchema,
  wholeSchema,
} from './dispositions'
import { fieldCode } from './errors'
import { lines } from './fields'
import { limits } from './limits'
import { unitKeySchema } from './units'
import { countSchema, figuresBy, ordinalSchema, timeSchema } from './view-parts'
import { commentStates, dispositions, responseActs, responseStates } from './words'

const textSchema = v.pipe(lines(limits.response), v.minLength(1, fieldCode('required')))
const noteSchema = v.optional(lines(limits.note))
const publicIdsSchema = v.pipe(
  v.array(publicIdSchema, fieldCode('wrong_type')),
  v.maxLength(limits.caseBatch, fieldCode('too_long')),
)

/** `GET /api/staff/responses` */
export const responsesQuerySchema = v.strictObject(
  {
    state: v.optional(v.picklist(responseStates, fieldCode('not_a_choice'))),
    measure: v.optional(measureKeySchema),
    unit: v.optional(unitKeySchema),
    after: cursorSchema,
    limit: pageLimitSchema,
  },
  fieldCode('unknown_key'),
)
export type ResponsesQuery = v.InferOutput<typeof responsesQuerySchema>

/** `POST /api/staff/responses`: the first version of an answer to chosen comments, or to a measure as a whole. */
export const newResponseSchema = v.strictObject(
  {
    on: v.variant(
      'of',
      [
        v.strictObject(
          {
            of: v.literal('comments'),
            publicIds: v.pipe(publicIdsSchema, v.minLength(1, fieldCode('required'))),
          },
          fieldCode('unknown_key'),
        ),
        v.strictObject({ of: v.literal('measure'), key: measureKeySchema }, fieldCode('unknown_key')),
      ],
      fieldCode('not_a_choice'),
    ),
    text: textSchema,
    standardText: v.optional(standardTextRefSchema),
  },
  fieldCode('unknown_key'),
)
export type NewResponse = v.InferOutput<typeof newResponseSchema>

/** `POST /api/staff/responses/:id/versions`: `version` is the one that was read. */
export const newVersionSchema = v.strictObject(
  { version: wholeSchema, text: textSchema, standardText: v.optional(standardTextRefSchema) },
  fieldCode('unknown_key'),
)
export type NewVersion = v.InferOutput<typeof newVersionSchema>

/** `POST /api/staff/responses/:id/review` and `…/approve`: of the text and for the comments that were read. */
export const responseStepSchema = v.strictObject(
  { version: wholeSchema, linkVersion: versionSchema, note: noteSchema },
  fieldCode('unknown_key'),
)
export type ResponseStep = v.InferOutput<typeof responseStepSchema>

/** `POST /api/staff/responses/:id/send-back`: the writer is always told why. */
export const sendBackSchema = v.strictObject(
  { version: wholeSchema, note: v.pipe(lines(limits.note), v.minLength(1, fieldCode('required'))) },
  fieldCode('unknown_key'),
)
export type SendBack = v.InferOutput<typeof sendBackSchema>

/** `POST /api/staff/responses/:id/comments`: which comments a draft answers. */
export const linkCommentsSchema = v.strictObject(
  { version: wholeSchema, link: v.optional(publicIdsSchema), unlink: v.optional(publicIdsSchema) },
  fieldCode('unknown_key'),
)
export type LinkComments = v.InferOutput<typeof linkCommentsSchema>

const responseRefSchema = v.strictObject({ id: wholeSchema, version: wholeSchema }, fieldCode('unknown_key'))
export type ResponseRef = v.InferOutput<typeof responseRefSchema>

/** Which approved answers are to be made public: those of a measure and a unit, where these are named, or chosen ones. */
const releaseSelectionSchema = v.variant(
  'of',
  [
    v.strictObject(
      { of: v.literal('approved'), measure: v.optional(measureKeySchema), unit: v.optional(unitKeySchema) },
      fieldCode('unknown_key'),
    ),
    v.strictObject(
      {
        of: v.literal('chosen'),
        ids: v.pipe(
          v.array(wholeSchema, fieldCode('wrong_type')),
          v.minLength(1, fieldCode('required')),
          v.maxLength(limits.caseBatch, fieldCode('too_long')),
        ),
      },
      fieldCode('unknown_key'),
    ),
  ],
  fieldCode('not_a_choice'),
)
export type ReleaseSelection = v.InferOutput<typeof releaseSelectionSchema>

/** `POST /api/staff/response-releases/count` */
export const countReleaseSchema = v.strictObject(
  { selection: releaseSelectionSchema },
  fieldCode('unknown_key'),
)
export type CountRelease = v.InferOutput<typeof countReleaseSchema>
export const releaseCountSchema = v.strictObject({
  /** Approved answers that whoever asks may release; one act takes at most `limits.caseBatch`, the oldest. */
  count: countSchema,
  /** Approved ones of other units. */
  others: countSchema,
  responses: v.array(responseRefSchema),
  /** Comments that would have an answer of these beside them, those that never are public included. */
  comments: countSchema,
})
export type ReleaseCount = v.InferOutput<typeof releaseCountSchema>

/** `POST /api/staff/response-releases`: all of the set become public, or none. */
export const releaseResponsesSchema = v.strictObject(
  {
    responses: v.pipe(
      v.array(responseRefSchema, fieldCode('wrong_type')),
      v.minLength(1, fieldCode('required')),
      v.maxLength(limits.caseBatch, fieldCode('too_long')),
    ),
    note: noteSchema,
  },
  fieldCode('unknown_key'),
)
export type ReleaseResponses = v.InferOutput<typeof releaseResponsesSchema>
export const releaseViewSchema = v.strictObject({ id: ordinalSchema, released: countSchema, at: timeSchema })
export type ReleaseView = v.InferOutput<typeof releaseViewSchema>

const standing = {
  id: ordinalSchema,
  measure: v.strictObject({ key: measureKeySchema, shortTitle: v.string(), shortTitleEn: v.string() }),
  unit: v.nullable(v.strictObject({ id: ordinalSchema, name: v.string(), nameEn: v.string() })),
  isForMeasure: v.boolean(),
  state: v.picklist(responseStates),
  version: ordinalSchema,
  /** How often the comments that it answers were changed. */
  linkVersion: countSchema,
  /** What readers see meanwhile. */
  publishedVersion: v.nullable(ordinalSchema),
  text: v.string(),
  /** Who wrote this version, and when something last happened to it. */
  by: v.string(),
  updatedAt: timeSchema,
  /** How many comments it answers. */
  comments: countSchema,
  /** What whoever asks may do to it now. */
  mayTake: v.array(v.picklist(responseActs)),
}
const responseItemSchema = v.strictObject(standing)
export type ResponseItem = v.InferOutput<typeof responseItemSchema>

/** `GET /api/staff/responses`, newest first; the counts are of the same measure and unit, whatever the state. */
export const responseListSchema = v.strictObject({
  ...pageOf(responseItemSchema).entries,
  counts: figuresBy(responseStates),
})
export type ResponseList = v.InferOutput<typeof responseListSchema>

const responseVersionSchema = v.strictObject({
  version: ordinalSchema,
  text: v.string(),
  standardText: usedStandardTextSchema,
  by: v.string(),
  at: timeSchema,
})
export type ResponseVersion = v.InferOutput<typeof responseVersionSchema>

const stepViewSchema = v.strictObject({
  act: v.picklist(responseActs),
  version: ordinalSchema,
  by: v.string(),
  at: timeSchema,
  note: v.nullable(v.string()),
})
export type StepView = v.InferOutput<typeof stepViewSchema>

const servedCommentSchema = v.strictObject({
  publicId: publicIdSchema,
  body: v.string(),
  author: authorViewSchema,
  state: v.picklist(commentStates),
  disposition: v.nullable(v.picklist(dispositions)),
  /** Public beside the comment already, so that it stays. */
  isAnswered: v.boolean(),
})

/** `GET /api/staff/responses/:id`, and the answer of every act on it. */
export const responseViewSchema = v.strictObject({
  ...standing,
  /** Newest first. */
  versions: v.array(responseVersionSchema),
  /** Oldest first. */
  steps: v.array(stepViewSchema),
  /** The first of the comments that it answers. */
  served: v.array(servedCommentSchema),
})
export type ResponseView = v.InferOutput<typeof responseViewSchema>

/** `GET /api/staff/responses/of/:publicId`: the answer that a comment has or is to have, and whether whoever asks may write it. */
export const responseOfViewSchema = v.strictObject({
  publicId: publicIdSchema,
  measureKey: measureKeySchema,
  isAdmissible: v.boolean(),
  isMine: v.boolean(),
  response: v.nullable(responseViewSchema),
  similar: countSchema,
})
export type ResponseOfView = v.InferOutput<typeof responseOfViewSchema>

/** 201 of `POST /api/staff/responses`: with the comments that it does not answer, and why not. */
export const writtenViewSchema = v.strictObject({ response: responseViewSchema, refused: refusedCasesSchema })
export type WrittenView = v.InferOutput<typeof writtenViewSchema>
