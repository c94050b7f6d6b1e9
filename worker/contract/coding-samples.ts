import * as v from 'valibot'
import { cursorSchema, measureKeySchema, pageOf, publicIdSchema } from './comments'
import { fieldCode } from './errors'
import { limits } from './limits'
import { largestSeed } from './seeded-chance'
import { countSchema, ordinalSchema, timeSchema } from './view-parts'
import { wordingViewSchema } from './wordings'

const counted = v.pipe(
  v.number(fieldCode('wrong_type')),
  v.integer(fieldCode('wrong_type')),
  v.minValue(0, fieldCode('number_out_of_range')),
)
const whole = v.pipe(counted, v.minValue(1, fieldCode('number_out_of_range')))
const userId = v.pipe(v.string(fieldCode('wrong_type')), v.maxLength(64, fieldCode('too_long')))

/** `POST /api/staff/coding/samples`: the same seed draws the same from the same comments. */
export const newSampleSchema = v.strictObject(
  {
    size: v.pipe(whole, v.maxValue(limits.sampleSize, fieldCode('number_out_of_range'))),
    seed: v.pipe(counted, v.maxValue(largestSeed, fieldCode('number_out_of_range'))),
    measure: v.optional(measureKeySchema),
    firstCoder: userId,
    secondCoder: userId,
  },
  fieldCode('unknown_key'),
)
export type NewSample = v.InferOutput<typeof newSampleSchema>

/** `GET /api/staff/coding/samples/:id/comments` */
export const sampleQuerySchema = v.strictObject({ after: cursorSchema }, fieldCode('unknown_key'))
export type SampleQuery = v.InferOutput<typeof sampleQuerySchema>

/** `POST /api/staff/coding/samples/:id/codings`: all codes of a comment at once; left out where none applies. */
export const blindCodingSchema = v.strictObject(
  {
    publicId: publicIdSchema,
    codes: v.optional(
      v.pipe(
        v.array(whole, fieldCode('wrong_type')),
        v.minLength(1, fieldCode('required')),
        v.maxLength(limits.codes, fieldCode('too_long')),
      ),
    ),
  },
  fieldCode('unknown_key'),
)
export type BlindCodingInput = v.InferOutput<typeof blindCodingSchema>

/** `POST /api/staff/coding/samples/:id/close`: early, before both have coded all of it. */
export const closeSampleSchema = v.strictObject(
  { isEarly: v.boolean(fieldCode('wrong_type')) },
  fieldCode('unknown_key'),
)
export type CloseSample = v.InferOutput<typeof closeSampleSchema>

const coderSchema = v.strictObject({ id: v.string(), name: v.string() })
/** `GET /api/staff/coding/coders` */
export const coderListSchema = v.strictObject({ items: v.array(coderSchema) })
export type Coder = v.InferOutput<typeof coderSchema>

const sampleCoderSchema = v.strictObject({ ...coderSchema.entries, done: countSchema, isMe: v.boolean() })

/** A sample with how far its two coders are. */
export const sampleViewSchema = v.strictObject({
  id: ordinalSchema,
  version: ordinalSchema,
  seed: countSchema,
  size: ordinalSchema,
  /** How many comments it was drawn from. */
  population: ordinalSchema,
  measure: v.nullable(v.string()),
  first: sampleCoderSchema,
  second: sampleCoderSchema,
  madeBy: v.string(),
  madeAt: timeSchema,
  closedBy: v.nullable(v.string()),
  closedAt: v.nullable(timeSchema),
})
export type SampleView = v.InferOutput<typeof sampleViewSchema>
/** `GET /api/staff/coding/samples`, the newest first. */
export const sampleListSchema = v.strictObject({ items: v.array(sampleViewSchema) })

const sampleCommentSchema = v.strictObject({
  place: ordinalSchema,
  publicId: publicIdSchema,
  body: v.string(),
  wording: v.nullable(wordingViewSchema),
  annexSummary: v.nullable(v.string()),
  measure: v.strictObject({ key: v.string(), title: v.string(), shortTitle: v.string() }),
  clause: v.nullable(v.strictObject({ key: v.string(), text: v.string() })),
  /** What whoever asks has coded; null where they have not yet. */
  codes: v.nullable(v.array(ordinalSchema)),
})
export type SampleComment = v.InferOutput<typeof sampleCommentSchema>
export const samplePageSchema = pageOf(sampleCommentSchema)
export type SamplePage = v.InferOutput<typeof samplePageSchema>

const codeAgreementSchema = v.strictObject({
  codeId: ordinalSchema,
  key: v.string(),
  name: v.string(),
  both: countSchema,
  onlyFirst: countSchema,
  onlySecond: countSchema,
  neither: countSchema,
  agreement: v.number(),
  /** Null where chance alone explains all: both gave the code to every comment, or to none. */
  kappa: v.nullable(v.number()),
  /** 95 %; null without a kappa, and where it is 1, for which the formula knows no error. */
  low: v.nullable(v.number()),
  high: v.nullable(v.number()),
  prevalence: v.number(),
  prevalenceIndex: v.number(),
  biasIndex: v.number(),
  pabak: v.number(),
  isPrevalenceExtreme: v.boolean(),
})
export type CodeAgreement = v.InferOutput<typeof codeAgreementSchema>

/** `GET /api/staff/coding/samples/:id/agreement`: of a closed sample, what both have coded. */
export const codingAgreementSchema = v.strictObject({
  sample: sampleViewSchema,
  n: countSchema,
  codes: v.array(codeAgreementSchema),
})
export type CodingAgreement = v.InferOutput<typeof codingAgreementSchema>
