import * as v from 'valibot'
import { normalizePublicId } from './codes'
import { cursorSchema, pageOf, publicIdSchema } from './comments'
import { fieldCode } from './errors'
import { lines } from './fields'
import { fileViewSchema, sealedFileSchema } from './files'
import { limits } from './limits'
import { targetOpinionViewSchema } from './opinions'
import { countSchema, ordinalSchema, timeSchema } from './view-parts'
import { stampRefusals, stampStates, stances } from './words'

/** As it stands on the form: `GX21-7F3K-92QX · 1`, number and revision, however they are set apart. */
export const formCodeOf = (publicId: string, revision: number) => `${publicId} · ${revision}`

const formCodeSchema = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.trim(),
  v.minLength(1, fieldCode('required')),
  v.transform((text) =>
    text
      .slice(0, 100)
      .replace(/[\s·•．.／/第版]+/gu, ' ')
      .trim(),
  ),
  v.regex(/^.{1,60} [1-9]\d{0,5}$/u, fieldCode('form_code_malformed')),
  v.transform((text) => {
    const [, number = '', revision = ''] = /^(.+) (\d+)$/u.exec(text) ?? []
    return { publicId: normalizePublicId(number), revision: Number(revision) }
  }),
)

/** `POST /receipts/{publicId}/stamped`, beside the file. */
export const stampedUploadSchema = v.strictObject({ code: formCodeSchema }, fieldCode('unknown_key'))
export type StampedUpload = v.InferOutput<typeof stampedUploadSchema>

/** A scan as its author sees it. */
export const stampViewSchema = v.strictObject({
  state: v.picklist(stampStates),
  /** Of the text that it is of. */
  revision: ordinalSchema,
  file: fileViewSchema,
  /** Null while nobody decided. */
  decidedAt: v.nullable(timeSchema),
  refusal: v.nullable(v.picklist(stampRefusals)),
  note: v.nullable(v.string()),
})
export type StampView = v.InferOutput<typeof stampViewSchema>

/** Of a receipt: the scans that came in, the newest first, and whether one may be uploaded now. */
export const stampedViewSchema = v.strictObject({
  /** The text that stands is confirmed with a stamp, by itself or as part of a response. */
  isConfirmed: v.boolean(),
  mayUpload: v.boolean(),
  scans: v.array(stampViewSchema),
})
export type StampedView = v.InferOutput<typeof stampedViewSchema>

/** `GET /api/staff/stamped` */
export const stampedQuerySchema = v.strictObject(
  {
    state: v.optional(v.picklist(stampStates, fieldCode('not_a_choice')), 'submitted'),
    after: cursorSchema,
  },
  fieldCode('unknown_key'),
)
export type StampedQuery = v.InferOutput<typeof stampedQuerySchema>

const stampedEntrySchema = v.strictObject({
  /** Its comment; null where none came of it. */
  publicId: v.nullable(publicIdSchema),
  measure: v.strictObject({ key: v.string(), title: v.string() }),
  clauseKey: v.nullable(v.string()),
  /** As its author read it. */
  clauseText: v.nullable(v.string()),
  stance: v.picklist(stances),
  body: v.string(),
  /** How it would have its clause read. */
  wording: v.nullable(v.string()),
  /** What it says of targets; empty of an earlier text of a comment. */
  targets: v.array(targetOpinionViewSchema),
  /** What stands on the paper of attachments: their names and hashes; of a confidential annex its public summary alone. */
  files: v.array(sealedFileSchema),
  annexSummary: v.nullable(v.string()),
})
export type StampedEntry = v.InferOutput<typeof stampedEntrySchema>

export const staffStampSchema = v.strictObject({
  ...stampViewSchema.entries,
  id: ordinalSchema,
  /** A comment, or a version of an organisation’s response as a whole. */
  of: v.picklist(['comment', 'response']),
  publicId: publicIdSchema,
  organisation: v.strictObject({ name: v.string(), uscc: v.string(), isVerified: v.boolean() }),
  /** The text that the form was printed of; none of a response of which words are hidden. */
  entries: v.array(stampedEntrySchema),
  /** Of the canonical text, as it must be printed at the foot of every page. */
  textSha256: v.string(),
  /** True where words of the text are hidden: the scan shows them, and is not opened here any more. */
  isHidden: v.boolean(),
  /** True where whoever asks may decide. */
  mayDecide: v.boolean(),
  decidedBy: v.nullable(v.string()),
})
export type StaffStamp = v.InferOutput<typeof staffStampSchema>

/** `GET /api/staff/stamped` */
export const stampedListSchema = v.strictObject({
  ...pageOf(staffStampSchema).entries,
  /** How many wait; it stops at `limits.casesCounted`. */
  waiting: countSchema,
})
export type StampedList = v.InferOutput<typeof stampedListSchema>

export const stampParamSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[1-9]\d{0,14}$/, fieldCode('key_malformed')), v.transform(Number)),
})

/** `POST /api/staff/stamped/{id}/decision`: a scan is confirmed, or sent back for a reason. */
export const stampDecisionSchema = v.pipe(
  v.strictObject(
    {
      act: v.picklist(['confirm', 'refuse'], fieldCode('not_a_choice')),
      refusal: v.optional(v.picklist(stampRefusals, fieldCode('not_a_choice'))),
      note: v.optional(lines(limits.note), ''),
    },
    fieldCode('unknown_key'),
  ),
  v.forward(
    v.check(({ act, refusal }) => (act === 'refuse') === (refusal !== undefined), fieldCode('not_a_choice')),
    ['refusal'],
  ),
  v.forward(
    v.check(({ refusal, note }) => refusal !== 'other' || note !== '', fieldCode('explanation_required')),
    ['note'],
  ),
)
export type StampDecision = v.InferInput<typeof stampDecisionSchema>
