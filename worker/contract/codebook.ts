import * as v from 'valibot'
import { fieldCode } from './errors'
import { line, lines, requiredLine } from './fields'
import { limits } from './limits'
import { countSchema, ordinalSchema, timeSchema } from './view-parts'

const whole = v.pipe(
  v.number(fieldCode('wrong_type')),
  v.integer(fieldCode('wrong_type')),
  v.minValue(1, fieldCode('number_out_of_range')),
)
/** The state of the draft that a change was made on; it is refused where the draft has moved on since. */
const editSchema = v.pipe(v.string(fieldCode('wrong_type')), v.maxLength(64, fieldCode('too_long')))

const codeKeySchema = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.regex(/^[A-Za-z][A-Za-z0-9.-]{0,11}$/, fieldCode('key_malformed')),
  v.description(
    'A short name that never changes: a letter, then letters, digits, dots and hyphens, 12 in all',
  ),
)

const wording = {
  theme: requiredLine(limits.codeName),
  name: requiredLine(limits.codeName),
  definition: v.optional(lines(limits.codeText), ''),
  example: v.optional(lines(limits.codeText), ''),
  included: v.optional(lines(limits.codeText), ''),
  excluded: v.optional(lines(limits.codeText), ''),
}
/** The words of a code, in the order of the form. */
export const codeFields = ['theme', 'name', 'definition', 'example', 'included', 'excluded'] as const
export type CodeField = (typeof codeFields)[number]

/** `POST /api/staff/coding/codebook-draft/codes`; a key that was retired brings its code back. */
export const newCodeSchema = v.strictObject(
  { edit: editSchema, key: codeKeySchema, ...wording },
  fieldCode('unknown_key'),
)
export type NewCode = v.InferOutput<typeof newCodeSchema>

/** `POST /api/staff/coding/codebook-draft/codes/:id` */
export const codeChangeSchema = v.strictObject({ edit: editSchema, ...wording }, fieldCode('unknown_key'))
export type CodeChange = v.InferOutput<typeof codeChangeSchema>

/** `POST /api/staff/coding/codebook-draft/codes/:id/retire` */
export const retireSchema = v.strictObject({ edit: editSchema }, fieldCode('unknown_key'))
export type Retire = v.InferOutput<typeof retireSchema>

/** `POST /api/staff/coding/codebook-draft/order`: every code of the draft, once. */
export const orderSchema = v.strictObject(
  {
    edit: editSchema,
    codes: v.pipe(
      v.array(whole, fieldCode('wrong_type')),
      v.minLength(1, fieldCode('required')),
      v.maxLength(limits.codes, fieldCode('too_long')),
    ),
  },
  fieldCode('unknown_key'),
)
export type Order = v.InferOutput<typeof orderSchema>

/** `POST /api/staff/coding/codebook-draft/discard` */
export const discardSchema = v.strictObject({ edit: editSchema }, fieldCode('unknown_key'))
export type DiscardDraft = v.InferOutput<typeof discardSchema>

/** `POST /api/staff/coding/codebook-draft/publish` */
export const publishCodebookSchema = v.strictObject(
  { edit: editSchema, note: v.optional(line(limits.note), '') },
  fieldCode('unknown_key'),
)
export type PublishCodebook = v.InferOutput<typeof publishCodebookSchema>

/** `GET /api/staff/coding/codebooks/:version` */
export const versionParamSchema = v.object({
  version: v.pipe(
    v.string(),
    v.regex(/^[1-9]\d{0,5}$/, fieldCode('number_out_of_range')),
    v.metadata({ type: 'integer' }),
    v.transform(Number),
  ),
})

const codeViewSchema = v.strictObject({
  id: ordinalSchema,
  key: v.string(),
  theme: v.string(),
  name: v.string(),
  definition: v.string(),
  example: v.string(),
  included: v.string(),
  excluded: v.string(),
})
/** A code as a version of the codebook has it. */
export type CodeView = v.InferOutput<typeof codeViewSchema>

const versionFacts = {
  version: ordinalSchema,
  note: v.string(),
  createdBy: v.string(),
  createdAt: timeSchema,
  /** Null while it is the draft. */
  publishedBy: v.nullable(v.string()),
  publishedAt: v.nullable(timeSchema),
}
/** `GET /api/staff/coding/codebooks/:version`, and the answer to every change of the draft. */
export const codebookViewSchema = v.strictObject({
  ...versionFacts,
  edit: v.string(),
  codes: v.array(codeViewSchema),
})
export type CodebookView = v.InferOutput<typeof codebookViewSchema>

/** `GET /api/staff/coding/codebooks`, the newest first. */
export const codebookListSchema = v.strictObject({
  versions: v.array(v.strictObject({ ...versionFacts, codes: countSchema })),
  /** The one by which tags are given now. */
  published: v.nullable(ordinalSchema),
  draft: v.nullable(ordinalSchema),
})
export type CodebookList = v.InferOutput<typeof codebookListSchema>

/** What may be amiss with a codebook. */
export const lintKinds = [
  'too_many',
  'no_definition',
  'no_example',
  'too_rare',
  'too_frequent',
  'overlapping',
] as const
export type LintKind = (typeof lintKinds)[number]

/** From where on a codebook is found wanting; what rests on counts is said only once so many comments are tagged. */
export const lintRules = {
  mostCodes: 40,
  leastTagged: 20,
  rareCount: 3,
  frequentShare: 0.5,
  overlap: 0.75,
} as const

const findingSchema = v.strictObject({
  kind: v.picklist(lintKinds),
  /** The codes it is about; none where it is about the whole. */
  codes: v.array(ordinalSchema),
  /** Comments with the code, with both of a pair, or the number of codes; null where nothing is counted. */
  count: v.nullable(countSchema),
  /** Share of the tagged comments, or of those with either of a pair (Jaccard). */
  share: v.nullable(v.number()),
})
export type LintFinding = v.InferOutput<typeof findingSchema>

/** `GET /api/staff/coding/codebooks/:version/lint`: findings, and the counts that they rest on. */
export const lintViewSchema = v.strictObject({
  version: ordinalSchema,
  /** Admissible comments, and those of them with a tag. */
  comments: countSchema,
  tagged: countSchema,
  codes: v.array(v.strictObject({ id: ordinalSchema, count: countSchema })),
  findings: v.array(findingSchema),
})
export type LintView = v.InferOutput<typeof lintViewSchema>
