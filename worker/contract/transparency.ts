import * as v from 'valibot'
import { cursorSchema, pageLimitSchema, pageOf, publicIdSchema } from './comments'
import { fieldCode } from './errors'
import type { Hash } from './merkle'
import { countSchema, ordinalSchema, timeSchema } from './view-parts'

/** Entries on one page: whoever checks reads them all. */
export const maxEntriesPageSize = 1000

const hashSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/),
  v.description('SHA-256 in lower-case hexadecimal'),
)
const proofSchema = v.array(hashSchema)

/** The tree as it stood at one sealing: how many entries, and the root over all of them (RFC 9162). */
const headViewSchema = v.strictObject({
  size: ordinalSchema,
  root: hashSchema,
  sealedAt: timeSchema,
})
export type HeadView = v.InferOutput<typeof headViewSchema>

const sealedEntryViewSchema = v.strictObject({
  index: v.pipe(countSchema, v.description('Place in the tree, counted from 0')),
  entry: v.pipe(
    v.string(),
    v.description('The text that was sealed, JSON; its leaf is SHA-256 over a byte 0 and this text in UTF-8'),
  ),
  leaf: hashSchema,
})
export type SealedEntryView = v.InferOutput<typeof sealedEntryViewSchema>

/** `GET /api/transparency` */
export const headsQuerySchema = v.strictObject(
  { after: cursorSchema, limit: pageLimitSchema },
  fieldCode('unknown_key'),
)
export type HeadsQuery = v.InferOutput<typeof headsQuerySchema>

/** `GET /api/transparency`: the newest head, and all of them from the newest back. */
export const headsViewSchema = v.strictObject({
  head: v.nullable(headViewSchema),
  ...pageOf(headViewSchema).entries,
})
export type HeadsView = v.InferOutput<typeof headsViewSchema>

const sizeSchema = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.regex(/^[1-9]\d{0,9}$/, fieldCode('number_out_of_range')),
  v.metadata({ type: 'integer' }),
  v.transform(Number),
)

/** `GET /api/transparency/consistency` */
export const consistencyQuerySchema = v.strictObject(
  { from: sizeSchema, to: sizeSchema },
  fieldCode('unknown_key'),
)
export type ConsistencyQuery = v.InferOutput<typeof consistencyQuerySchema>

/** `GET /api/transparency/consistency`: that the tree of size `to` begins with that of size `from`. */
export const consistencyViewSchema = v.strictObject({
  from: ordinalSchema,
  to: ordinalSchema,
  proof: proofSchema,
})
export type ConsistencyView = v.InferOutput<typeof consistencyViewSchema>

/** `GET /api/transparency/inclusion` */
export const inclusionQuerySchema = v.strictObject({ publicId: publicIdSchema }, fieldCode('unknown_key'))

/** `GET /api/transparency/inclusion`: what is sealed about a comment, each entry proved against the newest head. */
export const inclusionViewSchema = v.strictObject({
  publicId: publicIdSchema,
  head: v.nullable(headViewSchema),
  entries: v.array(v.strictObject({ ...sealedEntryViewSchema.entries, proof: proofSchema })),
  unsealed: v.pipe(countSchema, v.description('Entries that wait for the next sealing')),
})
export type InclusionView = v.InferOutput<typeof inclusionViewSchema>

/** `GET /api/transparency/entries` */
export const entriesQuerySchema = v.strictObject(
  {
    after: cursorSchema,
    limit: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^\d{1,4}$/, fieldCode('number_out_of_range')),
        v.metadata({ type: 'integer', default: maxEntriesPageSize }),
        v.transform(Number),
        v.minValue(1, fieldCode('number_out_of_range')),
        v.maxValue(maxEntriesPageSize, fieldCode('number_out_of_range')),
      ),
    ),
  },
  fieldCode('unknown_key'),
)
export type EntriesQuery = v.InferOutput<typeof entriesQuerySchema>

/** `GET /api/transparency/entries`: what was sealed, in its order. */
export const entriesViewSchema = pageOf(sealedEntryViewSchema)
export type EntriesView = v.InferOutput<typeof entriesViewSchema>

/** What an entry's text says. */
export interface Entry {
  form: number
  /** The row of the audit log. */
  id: number
  at: string
  action: string
  subjectKind: string
  /** Null, as `data` is, where it could name a person of the office. */
  subjectId: string | null
  data: Record<string, unknown> | null
  /** What commits to the whole row, and to the salt that is kept beside it. */
  row: Hash
}
