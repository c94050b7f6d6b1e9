import * as v from 'valibot'
import { fieldCode } from './errors'
import { type FileType, fileLimits, fileTypes } from './file-limits'
import { countSchema, timeSchema } from './view-parts'

export { type FileType, fileLimits, fileTypes } from './file-limits'

/** An attached file as its reader knows it; it is only ever downloaded. */
export const fileViewSchema = v.strictObject({
  id: v.string(),
  name: v.string(),
  type: v.picklist(Object.keys(fileTypes) as FileType[]),
  /** In bytes. */
  size: countSchema,
  /** Of its bytes, in hexadecimal. */
  sha256: v.string(),
  uploadedAt: timeSchema,
})

/** SHA-256 of a file, in hex. */
export const sha256Schema = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.regex(/^[0-9a-f]{64}$/, fieldCode('key_malformed')),
)

/** What proves which file it was. */
export const sealedFileSchema = v.strictObject({ name: v.string(), size: countSchema, sha256: v.string() })
export type SealedFile = v.InferOutput<typeof sealedFileSchema>

export const fileIdSchema = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.regex(/^[0-9a-f]{32}$/, fieldCode('key_malformed')),
)

/** `GET /api/{moderation,staff}/attachments/{id}` */
export const fileParamSchema = v.object({ id: fileIdSchema })

/** The uploads that are sent with a comment. */
export const sentFilesSchema = v.pipe(
  v.array(fileIdSchema, fieldCode('wrong_type')),
  v.maxLength(fileLimits.count, fieldCode('attachments_too_many')),
)

/** `POST /api/attachments` */
export const uploadSchema = v.strictObject(
  {
    file: v.file(fieldCode('required')),
    /** A confidential annex: kept encrypted, for named staff alone. */
    confidential: v.optional(v.literal('yes', fieldCode('not_a_choice'))),
  },
  fieldCode('unknown_key'),
)

export type FileView = v.InferOutput<typeof fileViewSchema>
