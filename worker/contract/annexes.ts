import * as v from 'valibot'
import { fieldCode } from './errors'
import { lines, requiredLine } from './fields'
import { fileViewSchema } from './files'
import { limits } from './limits'
import { timeSchema } from './view-parts'
import { withoutPrefix } from './whole-text'

/** What everybody may read in place of the annex. */
export const annexSummarySchema = v.pipe(
  lines(limits.annexSummary),
  v.transform(withoutPrefix),
  v.minLength(1, fieldCode('required')),
)

/** Of a comment: an upload of `POST /api/attachments` that was sent as confidential, and its public summary. */
export const annexInputSchema = v.strictObject(
  {
    file: v.pipe(
      v.string(fieldCode('wrong_type')),
      v.minLength(1, fieldCode('required')),
      v.regex(/^[0-9a-f]{32}$/, fieldCode('key_malformed')),
    ),
    summary: annexSummarySchema,
  },
  fieldCode('unknown_key'),
)
export type AnnexInput = v.InferOutput<typeof annexInputSchema>

/** Who opened an annex, as its author is told: the unit and never the person. */
export const annexOpeningSchema = v.strictObject({
  at: timeSchema,
  unit: v.nullable(v.strictObject({ name: v.string(), nameEn: v.string() })),
  purpose: v.string(),
})
export type AnnexOpening = v.InferOutput<typeof annexOpeningSchema>

/** Of a receipt. */
export const ownAnnexSchema = v.strictObject({ file: fileViewSchema, summary: v.string() })
export type OwnAnnex = v.InferOutput<typeof ownAnnexSchema>

/** Of a case: that there is one, and whether whoever asks is named to read it. */
export const caseAnnexSchema = v.strictObject({ summary: v.string(), mayOpen: v.boolean() })

/** `POST /api/staff/annexes/{publicId}/open`: what for; its author reads it. */
export const openAnnexSchema = v.strictObject(
  { purpose: requiredLine(limits.annexPurpose) },
  fieldCode('unknown_key'),
)
export type OpenAnnex = v.InferOutput<typeof openAnnexSchema>

const personSchema = v.strictObject({ id: v.string(), name: v.string() })

/** `GET /api/staff/annex-readers`: who may read the confidential annexes of the consultation, and who could be named. */
export const annexReadersSchema = v.strictObject({
  mayName: v.boolean(),
  readers: v.array(v.strictObject({ ...personSchema.entries, namedBy: v.string(), namedAt: timeSchema })),
  colleagues: v.array(personSchema),
})
export type AnnexReaders = v.InferOutput<typeof annexReadersSchema>

/** `POST /api/staff/annex-readers` */
export const nameReaderSchema = v.strictObject(
  {
    user: v.pipe(v.string(fieldCode('wrong_type')), v.maxLength(64, fieldCode('too_long'))),
    isReader: v.boolean(fieldCode('wrong_type')),
  },
  fieldCode('unknown_key'),
)
export type NameReader = v.InferOutput<typeof nameReaderSchema>
