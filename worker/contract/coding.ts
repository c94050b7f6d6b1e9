import * as v from 'valibot'
import {
  authorViewSchema,
  cursorSchema,
  measureKeySchema,
  pageLimitSchema,
  pageOf,
  publicIdSchema,
} from './comments'
import { fieldCode } from './errors'
import { limits } from './limits'
import { countSchema, ordinalSchema, timeSchema } from './view-parts'
import { wordingViewSchema } from './wordings'
import { stances } from './words'

const offset = v.pipe(
  v.number(fieldCode('wrong_type')),
  v.integer(fieldCode('wrong_type')),
  v.minValue(0, fieldCode('number_out_of_range')),
)
const whole = v.pipe(offset, v.minValue(1, fieldCode('number_out_of_range')))

/** Which comments are to be sorted. */
export const codingViews = ['all', 'untagged', 'suggested'] as const
export type CodingViewName = (typeof codingViews)[number]

/** `GET /api/staff/coding/comments` */
export const codingQuerySchema = v.strictObject(
  {
    view: v.optional(v.picklist(codingViews, fieldCode('not_a_choice')), 'all'),
    measure: v.optional(measureKeySchema),
    after: cursorSchema,
    limit: pageLimitSchema,
  },
  fieldCode('unknown_key'),
)
export type CodingQuery = v.InferOutput<typeof codingQuerySchema>

/** `GET /api/staff/coding/texts`: what the machine reads. */
export const textsQuerySchema = v.strictObject(
  { measure: v.optional(measureKeySchema), after: cursorSchema },
  fieldCode('unknown_key'),
)
export type TextsQuery = v.InferOutput<typeof textsQuerySchema>

/** A passage in UTF-16 offsets, with the words that stand there: it is refused where others do. */
const passageSchema = v.strictObject(
  {
    start: offset,
    end: whole,
    quote: v.pipe(v.string(fieldCode('wrong_type')), v.maxLength(limits.body * 10, fieldCode('too_long'))),
  },
  fieldCode('unknown_key'),
)

/** `POST /api/staff/coding/comments/:publicId/tags`: `revision` is the one of the text that was read. */
export const newTagSchema = v.strictObject(
  { revision: whole, code: whole, passage: v.optional(passageSchema) },
  fieldCode('unknown_key'),
)
export type NewTag = v.InferOutput<typeof newTagSchema>

const codeName = { codeId: ordinalSchema, key: v.string(), theme: v.string(), name: v.string() }

const tagViewSchema = v.strictObject({
  id: ordinalSchema,
  ...codeName,
  /** UTF-16 offsets into the text; null where the tag is on all of it. */
  start: v.nullable(countSchema),
  end: v.nullable(countSchema),
  /** The text has changed since: a tag on an earlier revision counts no more, a passage is no longer known to be there. */
  isStale: v.boolean(),
  isSuggested: v.boolean(),
  by: v.string(),
  at: timeSchema,
})
export type TagView = v.InferOutput<typeof tagViewSchema>

const suggestionViewSchema = v.strictObject({
  id: ordinalSchema,
  ...codeName,
  phrase: v.string(),
  score: v.number(),
})
export type SuggestionView = v.InferOutput<typeof suggestionViewSchema>

/** `GET /api/staff/coding/comments/:publicId`, and the answer to every act on it. */
export const codingItemSchema = v.strictObject({
  publicId: publicIdSchema,
  revision: ordinalSchema,
  submittedAt: timeSchema,
  body: v.string(),
  /** What it says beside its body; tagged passages are of the body. */
  wording: v.nullable(wordingViewSchema),
  annexSummary: v.nullable(v.string()),
  stance: v.picklist(stances),
  author: authorViewSchema,
  measure: v.strictObject({ key: v.string(), title: v.string(), shortTitle: v.string() }),
  clause: v.nullable(v.strictObject({ key: v.string(), text: v.string() })),
  /** It is in a sample that whoever asks is coding blind: its tags are not told. */
  isBlind: v.boolean(),
  tags: v.array(tagViewSchema),
  suggestions: v.array(suggestionViewSchema),
  /** Tags taken off again; told of one comment, not in lists. */
  removed: v.array(
    v.strictObject({ ...tagViewSchema.entries, removedBy: v.string(), removedAt: timeSchema }),
  ),
})
export type CodingItem = v.InferOutput<typeof codingItemSchema>
export type RemovedTagView = CodingItem['removed'][number]

export const codingPageSchema = pageOf(codingItemSchema)
export type CodingPage = v.InferOutput<typeof codingPageSchema>

const codingTextSchema = v.strictObject({
  publicId: publicIdSchema,
  body: v.string(),
  /** Codes that people have given it. */
  codes: v.array(ordinalSchema),
})
export type CodingText = v.InferOutput<typeof codingTextSchema>
export const textsPageSchema = v.strictObject({ ...pageOf(codingTextSchema).entries, total: countSchema })
export type TextsPage = v.InferOutput<typeof textsPageSchema>
