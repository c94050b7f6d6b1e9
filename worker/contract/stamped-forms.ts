import * as v from 'valibot'
import { normalizePublicId } from './codes'
import { publicIdSchema } from './comments'
import { fieldCode } from './errors'
import { targetOpinionViewSchema } from './opinions'
import { ordinalSchema, timeSchema } from './view-parts'
import { wordingViewSchema } from './wordings'
import { stances } from './words'

/** How many digits of the hash the QR of a form carries: as many as nobody finds another text for by trying. */
export const hashDigits = 16

/** `POST /api/receipts/form`: the text of an organisation's comment as it is printed, signed and stamped. */
export const formViewSchema = v.strictObject({
  publicId: publicIdSchema,
  revision: ordinalSchema,
  consultation: v.strictObject({ key: v.string(), title: v.string(), authority: v.string() }),
  organisation: v.strictObject({ name: v.string(), uscc: v.string() }),
  measure: v.strictObject({ key: v.string(), title: v.string() }),
  clause: v.nullable(v.strictObject({ key: v.string(), text: v.string() })),
  stance: v.picklist(stances),
  body: v.string(),
  wording: v.nullable(wordingViewSchema),
  targets: v.array(targetOpinionViewSchema),
  /** When this revision came in. */
  submittedAt: timeSchema,
  /** What the hash is of. */
  canonical: v.string(),
  sha256: v.string(),
})
export type FormView = v.InferOutput<typeof formViewSchema>

/** `GET /api/verify-form`: what stands on a printed form. */
export const verifyFormSchema = v.strictObject(
  {
    id: v.pipe(
      v.string(fieldCode('wrong_type')),
      v.maxLength(100, fieldCode('too_long')),
      v.transform(normalizePublicId),
      v.minLength(1, fieldCode('required')),
    ),
    revision: v.pipe(
      v.string(fieldCode('wrong_type')),
      v.trim(),
      v.minLength(1, fieldCode('required')),
      v.regex(/^[1-9]\d{0,5}$/, fieldCode('revision_malformed')),
      v.transform(Number),
    ),
    hash: v.pipe(
      v.string(fieldCode('wrong_type')),
      v.transform((text) => text.replace(/\s+/g, '').toLowerCase()),
      v.minLength(1, fieldCode('required')),
      v.regex(/^[0-9a-f]{16,64}$/, fieldCode('hash_malformed')),
    ),
  },
  fieldCode('unknown_key'),
)
export type FormClaim = v.InferOutput<typeof verifyFormSchema>

/**
 * `same`: the text that counts; `earlier`: one that a later revision replaced; `different`: neither, or no such comment;
 * `unknown`: it has hidden words, or is an earlier revision of which too little was kept to say.
 */
export const formMatches = ['same', 'earlier', 'different', 'unknown'] as const
export type FormMatch = (typeof formMatches)[number]
export const formMatchSchema = v.strictObject({ match: v.picklist(formMatches) })
