import * as v from 'valibot'
import { publicIdSchema } from './comments'
import { wholeSchema } from './dispositions'
import { fieldCode } from './errors'
import { lines, requiredLine } from './fields'
import { limits } from './limits'
import { countSchema, ordinalSchema, timeSchema } from './view-parts'
import { dispositions, responseStates } from './words'

const wording = {
  title: requiredLine(limits.standardTitle),
  text: v.pipe(lines(limits.response), v.minLength(1, fieldCode('required'))),
}

/** `POST /api/staff/standard-texts` */
export const newStandardTextSchema = v.strictObject(wording, fieldCode('unknown_key'))
export type NewStandardText = v.InferOutput<typeof newStandardTextSchema>

/** `POST /api/staff/standard-texts/:id/wording`: `version` is the one that was read. */
export const standardWordingSchema = v.strictObject(
  { version: wholeSchema, ...wording },
  fieldCode('unknown_key'),
)
export type StandardWording = v.InferOutput<typeof standardWordingSchema>

/** `POST /api/staff/standard-texts/:id/use`: taken out of use, or brought back. */
export const standardUseSchema = v.strictObject(
  { isActive: v.boolean(fieldCode('wrong_type')) },
  fieldCode('unknown_key'),
)
export type StandardUse = v.InferOutput<typeof standardUseSchema>

const standing = {
  id: ordinalSchema,
  version: ordinalSchema,
  title: v.string(),
  text: v.string(),
  isActive: v.boolean(),
  /** How often some version of it was used, counted up to a thousand. */
  responses: countSchema,
  dispositions: countSchema,
}
const standardTextSchema = v.strictObject(standing)
export type StandardText = v.InferOutput<typeof standardTextSchema>

/** `GET /api/staff/standard-texts` */
export const standardTextListSchema = v.strictObject({ items: v.array(standardTextSchema) })

/** `GET /api/staff/standard-texts/:id`, and the answer of every act on it: all wordings, and where each was used last. */
export const standardTextViewSchema = v.strictObject({
  ...standing,
  wordings: v.array(
    v.strictObject({
      version: ordinalSchema,
      title: v.string(),
      text: v.string(),
      by: v.string(),
      at: timeSchema,
    }),
  ),
  usedInResponses: v.array(
    v.strictObject({
      responseId: ordinalSchema,
      responseVersion: ordinalSchema,
      version: ordinalSchema,
      measureKey: v.string(),
      state: v.picklist(responseStates),
      at: timeSchema,
    }),
  ),
  usedInDispositions: v.array(
    v.strictObject({
      publicId: publicIdSchema,
      dispositionVersion: ordinalSchema,
      version: ordinalSchema,
      disposition: v.picklist(dispositions),
      at: timeSchema,
    }),
  ),
})
export type StandardTextView = v.InferOutput<typeof standardTextViewSchema>
