import * as v from 'valibot'
import { measureKeySchema, publicIdSchema } from './comments'
import { fieldCode } from './errors'
import { limits } from './limits'
import { largestSeed } from './seeded-chance'
import { countSchema, ordinalSchema, timeSchema } from './view-parts'

const number = v.pipe(v.number(fieldCode('wrong_type')), v.finite(fieldCode('number_out_of_range')))
const counted = v.pipe(
  number,
  v.integer(fieldCode('wrong_type')),
  v.minValue(0, fieldCode('number_out_of_range')),
)
const whole = v.pipe(counted, v.minValue(1, fieldCode('number_out_of_range')))
const share = v.pipe(
  number,
  v.minValue(0, fieldCode('number_out_of_range')),
  v.maxValue(1, fieldCode('number_out_of_range')),
)
const phrase = v.pipe(v.string(fieldCode('wrong_type')), v.maxLength(40, fieldCode('too_long')))

/** What a run was made with: with the seed and the same texts, it gives the same again. */
export const sortingParametersSchema = v.strictObject(
  {
    /** Characters in a row that count as a feature: the shortest and the longest. */
    shortest: v.pipe(whole, v.maxValue(4, fieldCode('number_out_of_range'))),
    longest: v.pipe(whole, v.maxValue(4, fieldCode('number_out_of_range'))),
    /** A feature stands in at least so many comments, and in at most this share of them. */
    leastComments: v.pipe(whole, v.maxValue(100, fieldCode('number_out_of_range'))),
    mostShare: share,
    mostFeatures: v.pipe(whole, v.maxValue(100_000, fieldCode('number_out_of_range'))),
    clusters: v.pipe(
      whole,
      v.minValue(2, fieldCode('number_out_of_range')),
      v.maxValue(limits.clusters, fieldCode('number_out_of_range')),
    ),
    rounds: v.pipe(whole, v.maxValue(100, fieldCode('number_out_of_range'))),
    /** Cosine from which on a code is proposed. */
    leastScore: share,
    perComment: v.pipe(whole, v.maxValue(3, fieldCode('number_out_of_range'))),
  },
  fieldCode('unknown_key'),
)
export type SortingParameters = v.InferOutput<typeof sortingParametersSchema>

const clusterSchema = v.strictObject(
  {
    number: v.pipe(whole, v.maxValue(limits.clusters, fieldCode('number_out_of_range'))),
    size: counted,
    phrases: v.pipe(v.array(phrase), v.maxLength(10, fieldCode('too_long'))),
    /** The comments nearest to its middle. */
    examples: v.pipe(v.array(publicIdSchema), v.maxLength(5, fieldCode('too_long'))),
  },
  fieldCode('unknown_key'),
)
export type Cluster = v.InferOutput<typeof clusterSchema>

/** `POST /api/staff/coding/suggestion-runs`: what was computed in the browser; its suggestions follow in parts. */
export const newRunSchema = v.strictObject(
  {
    version: whole,
    seed: v.pipe(counted, v.maxValue(largestSeed, fieldCode('number_out_of_range'))),
    measure: v.optional(measureKeySchema),
    parameters: sortingParametersSchema,
    clusters: v.pipe(
      v.array(clusterSchema, fieldCode('wrong_type')),
      v.minLength(1, fieldCode('required')),
      v.maxLength(limits.clusters, fieldCode('too_long')),
    ),
    commentCount: whole,
  },
  fieldCode('unknown_key'),
)
export type NewRun = v.InferOutput<typeof newRunSchema>

const suggestionSchema = v.strictObject(
  { publicId: publicIdSchema, code: whole, cluster: whole, phrase, score: share },
  fieldCode('unknown_key'),
)
export type NewSuggestion = v.InferOutput<typeof suggestionSchema>

/** `POST /api/staff/coding/suggestion-runs/:id/suggestions`; left out where there is none more. */
export const suggestionsSchema = v.strictObject(
  {
    suggestions: v.optional(
      v.pipe(
        v.array(suggestionSchema, fieldCode('wrong_type')),
        v.minLength(1, fieldCode('required')),
        v.maxLength(limits.suggestionPart, fieldCode('too_long')),
      ),
    ),
    isLast: v.boolean(fieldCode('wrong_type')),
  },
  fieldCode('unknown_key'),
)
export type Suggestions = v.InferOutput<typeof suggestionsSchema>

const settlements = ['accepted', 'dismissed'] as const

/** `POST /api/staff/coding/suggestions/:id/settle` */
export const settleSchema = v.strictObject(
  { to: v.picklist(settlements, fieldCode('not_a_choice')) },
  fieldCode('unknown_key'),
)
export type Settle = v.InferOutput<typeof settleSchema>

const part = { run: whole, cluster: whole, code: whole }
/** `POST /api/staff/coding/suggestions/count`: how many of a cluster are proposed for a code, before anything is settled. */
export const countSuggestionsSchema = v.strictObject(part, fieldCode('unknown_key'))
export type CountSuggestions = v.InferOutput<typeof countSuggestionsSchema>
export const suggestionCountSchema = v.strictObject({
  count: countSchema,
  /** Later arrivals have a higher number and are not settled with these. */
  upTo: countSchema,
  sample: v.array(v.strictObject({ publicId: publicIdSchema, body: v.string(), phrase: v.string() })),
})
export type SuggestionCount = v.InferOutput<typeof suggestionCountSchema>

/** `POST /api/staff/coding/suggestions/settle`: at most `limits.settledAtOnce`; the rest by another call. */
export const settleManySchema = v.strictObject(
  { ...part, upTo: counted, to: v.picklist(settlements, fieldCode('not_a_choice')) },
  fieldCode('unknown_key'),
)
export type SettleMany = v.InferOutput<typeof settleManySchema>
export const settledSchema = v.strictObject({ settled: countSchema, left: countSchema })
export type Settled = v.InferOutput<typeof settledSchema>

/** `GET /api/staff/coding/suggestion-runs`: the latest that is complete, or null. */
const runViewSchema = v.strictObject({
  id: ordinalSchema,
  version: ordinalSchema,
  seed: countSchema,
  measure: v.nullable(v.string()),
  parameters: sortingParametersSchema,
  clusters: v.array(clusterSchema),
  commentCount: countSchema,
  madeBy: v.string(),
  madeAt: timeSchema,
  isComplete: v.boolean(),
  /** By cluster and code. */
  counts: v.array(
    v.strictObject({
      cluster: ordinalSchema,
      code: ordinalSchema,
      open: countSchema,
      accepted: countSchema,
      dismissed: countSchema,
    }),
  ),
})
export type RunView = v.InferOutput<typeof runViewSchema>
export const runAnswerSchema = v.strictObject({ run: v.nullable(runViewSchema) })
