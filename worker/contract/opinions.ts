import * as v from 'valibot'
import { fieldCode } from './errors'
import { lines } from './fields'
import { industryCodes } from './industries'
import { limits } from './limits'
import { cityCodes } from './regions'
import { countSchema } from './view-parts'
import { enterpriseSizes, targetOpinions } from './words'

/** A target of the plan: the clause's key and the target's number in it. */
export const targetKeySchema = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.regex(/^[1-9]\d?\.[1-9]\d?\.[1-9]\d?\.[1-9]\d?$/, fieldCode('key_malformed')),
)

/** A figure in the target's unit. */
const suggestedSchema = v.pipe(
  v.number(fieldCode('figure_malformed')),
  v.finite(fieldCode('figure_malformed')),
  v.minValue(0, fieldCode('number_out_of_range')),
  v.maxValue(limits.suggestedFigure, fieldCode('number_out_of_range')),
)

const targetOpinionSchema = v.strictObject(
  {
    target: targetKeySchema,
    opinion: v.picklist(targetOpinions, ({ input }) =>
      fieldCode(input === '' ? 'opinion_required' : 'not_a_choice'),
    ),
    value: v.optional(suggestedSchema),
    /** What it rests on: for the department, never shown in public. */
    evidence: v.optional(lines(limits.targetEvidence)),
  },
  fieldCode('unknown_key'),
)
export type TargetOpinionInput = v.InferOutput<typeof targetOpinionSchema>

/** What the author thinks of targets of the measure, each at most once. */
export const targetOpinionsSchema = v.pipe(
  v.array(targetOpinionSchema, fieldCode('wrong_type')),
  v.maxLength(limits.targetsAnswered, fieldCode('too_long')),
  v.check(
    (given) => new Set(given.map(({ target }) => target)).size === given.length,
    fieldCode('target_repeated'),
  ),
)

/** What an organisation says of itself, for figures alone. */
export const profileSchema = v.strictObject(
  {
    size: v.optional(v.picklist(enterpriseSizes, fieldCode('not_a_choice'))),
    industry: v.optional(v.picklist(industryCodes, fieldCode('not_a_choice'))),
    city: v.optional(v.picklist(cityCodes, fieldCode('not_a_choice'))),
  },
  fieldCode('unknown_key'),
)
export type Profile = v.InferOutput<typeof profileSchema>

export const targetOpinionViewSchema = v.strictObject({
  key: v.string(),
  quote: v.string(),
  indicator: v.string(),
  unit: v.string(),
  opinion: v.picklist(targetOpinions),
  value: v.nullable(v.number()),
  evidence: v.nullable(v.string()),
})
export type TargetOpinionView = v.InferOutput<typeof targetOpinionViewSchema>

export const profileViewSchema = v.strictObject({
  size: v.nullable(v.picklist(enterpriseSizes)),
  industry: v.nullable(v.picklist(industryCodes)),
  city: v.nullable(v.picklist(cityCodes)),
})
export type ProfileView = v.InferOutput<typeof profileViewSchema>

/** Null where a count is hidden: it is small, or a small one could be computed back from it. */
export const shownSchema = v.nullable(countSchema)

export const figureCellSchema = v.strictObject({
  key: v.string(),
  n: shownSchema,
  /** Of the breakdown's `n`, from 0 to 1. */
  share: v.nullable(v.number()),
})
export type FigureCell = v.InferOutput<typeof figureCellSchema>

/** What was said of a target: how many find it too high, fitting, too low. */
export const targetDistributionSchema = v.strictObject({
  n: shownSchema,
  cells: v.array(v.strictObject({ ...figureCellSchema.entries, key: v.picklist(targetOpinions) })),
})
export type TargetDistribution = v.InferOutput<typeof targetDistributionSchema>
