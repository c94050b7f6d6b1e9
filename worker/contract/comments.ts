import * as v from 'valibot'
import { annexInputSchema } from './annexes'
import { answerViewSchema } from './answers'
import { publicIdPattern, queryCodePattern } from './codes'
import { fieldCode } from './errors'
import { bodySchema, contactSchema, line, requiredLine, usccSchema, whole } from './fields'
import { sentFilesSchema } from './files'
import { limits } from './limits'
import { profileSchema, targetOpinionsSchema } from './opinions'
import { clauseViewSchema, consultationViewSchema, measureViewSchema, reviewSectionViewSchema } from './plan'
import { supportCountsSchema } from './supports'
import { countSchema, ordinalSchema, timeSchema } from './view-parts'
import { wordingInputSchema, wordingViewSchema } from './wordings'
import {
  type CommentSort,
  clauseChangeKinds,
  commentSorts,
  dispositions,
  organisationKinds,
  type ParticipantKind,
  participantKinds,
  stances,
} from './words'

export const publicIdSchema = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.regex(publicIdPattern, fieldCode('key_malformed')),
)

export const measureKeySchema = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.minLength(1, fieldCode('required')),
  v.regex(/^[1-9]\d?\.[1-9]\d?$/, fieldCode('key_malformed')),
)
export const clauseKeySchema = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.regex(/^[1-9]\d?\.[1-9]\d?\.[1-9]\d?$/, fieldCode('key_malformed')),
)

const participantSchema = v.variant(
  'kind',
  [
    v.strictObject(
      { kind: v.literal('individual'), displayName: v.optional(line(limits.displayName)) },
      fieldCode('unknown_key'),
    ),
    v.strictObject(
      {
        kind: v.picklist(organisationKinds, fieldCode('not_a_choice')),
        name: requiredLine(limits.organisationName),
        uscc: usccSchema,
        profile: v.optional(profileSchema),
      },
      fieldCode('unknown_key'),
    ),
  ],
  fieldCode('not_a_choice'),
)

export const consentSchema = v.strictObject(
  {
    /** May the text be published? Asked before moderation; without it the comment is never public. */
    publish: v.boolean(fieldCode('wrong_type')),
    /** May an individual's display name stand in full? Otherwise it is masked. */
    name: v.optional(v.boolean(fieldCode('wrong_type'))),
  },
  fieldCode('unknown_key'),
)

/** `POST /api/measures/{key}/comments` */
export const newCommentSchema = v.strictObject(
  {
    body: bodySchema,
    stance: v.picklist(stances, fieldCode('not_a_choice')),
    clause: v.optional(clauseKeySchema),
    /** A passage of the clause that it is on, word for word. */
    quote: v.optional(line(limits.quote)),
    /** How the clause should read instead; the body gives the reason. */
    wording: v.optional(wordingInputSchema),
    parentId: v.optional(publicIdSchema),
    /** The revision of the plan that its author read; the current one where none is named. */
    planRevision: v.optional(
      v.pipe(
        v.number(fieldCode('wrong_type')),
        v.integer(fieldCode('wrong_type')),
        v.minValue(1, fieldCode('number_out_of_range')),
      ),
    ),
    targets: v.optional(targetOpinionsSchema),
    participant: participantSchema,
    consent: consentSchema,
    contact: v.optional(contactSchema),
    /** Uploads of `POST /api/attachments`: for the department alone. */
    attachments: v.optional(sentFilesSchema),
    /** Of an organisation: what named staff alone may read, and a summary for everybody. */
    annex: v.optional(annexInputSchema),
    /** The version of the privacy notice that its author was shown; the one in force where none is named or known. */
    noticeVersion: v.optional(whole),
    altcha: v.optional(v.pipe(v.string(fieldCode('wrong_type')), v.maxLength(4000, fieldCode('too_long')))),
  },
  fieldCode('unknown_key'),
)
export type NewComment = v.InferOutput<typeof newCommentSchema>

export const pageLimitSchema = v.optional(
  v.pipe(
    v.string(),
    v.regex(/^\d{1,4}$/, fieldCode('number_out_of_range')),
    v.metadata({ type: 'integer', default: limits.pageSize }),
    v.transform(Number),
    v.minValue(1, fieldCode('number_out_of_range')),
    v.maxValue(limits.maxPageSize, fieldCode('number_out_of_range')),
  ),
)
export const cursorSchema = v.optional(v.pipe(v.string(), v.maxLength(100, fieldCode('too_long'))))

/** `GET /api/measures/{key}/comments` */
export const commentsQuerySchema = v.strictObject(
  {
    after: cursorSchema,
    limit: pageLimitSchema,
    sort: v.optional(v.picklist(commentSorts, fieldCode('not_a_choice')), 'newest'),
    kind: v.optional(v.picklist(participantKinds, fieldCode('not_a_choice'))),
    clause: v.optional(clauseKeySchema),
  },
  fieldCode('unknown_key'),
)
export type CommentsQuery = v.InferOutput<typeof commentsQuerySchema>

export interface CommentFilter {
  sort: CommentSort
  kind?: ParticipantKind | undefined
  clause?: string | undefined
}

/** `name` is null where an individual gave none: the reader's language then says 匿名. */
export const authorViewSchema = v.strictObject({
  kind: v.picklist(participantKinds),
  name: v.nullable(v.string()),
  isVerified: v.boolean(),
})
/** `name` is null where an individual gave none: the reader's language then says 匿名. */
export type AuthorView = v.InferOutput<typeof authorViewSchema>

/** The text that a comment was made on, where its clause has changed since. */
export const madeOnSchema = v.strictObject({
  revision: ordinalSchema,
  text: v.string(),
  /** True where the clause or the passage is gone. */
  isOrphan: v.boolean(),
})
export type MadeOn = v.InferOutput<typeof madeOnSchema>

export const commentViewSchema = v.strictObject({
  publicId: publicIdSchema,
  measureKey: measureKeySchema,
  clauseKey: v.nullable(clauseKeySchema),
  quote: v.nullable(v.string()),
  /** How its author would have the clause read. */
  wording: v.nullable(wordingViewSchema),
  /** Null where its clause still reads as it did. */
  madeOn: v.nullable(madeOnSchema),
  parentId: v.nullable(publicIdSchema),
  depth: countSchema,
  body: v.string(),
  /** Public at once, and no moderator has looked at it yet. */
  isUnconfirmed: v.boolean(),
  /** Its author had its content deleted; it stands for the replies that it has. */
  isErased: v.boolean(),
  stance: v.picklist(stances),
  author: authorViewSchema,
  revision: ordinalSchema,
  /** What became of it; null until the result is published. */
  disposition: v.nullable(v.picklist(dispositions)),
  createdAt: timeSchema,
  replyCount: countSchema,
  /** How many files the department has with it; nobody else is shown them. */
  attachmentCount: countSchema,
  /** What is public of its confidential annex; null where it has none. */
  annexSummary: v.nullable(v.string()),
  /** Whether the department has it on paper with the organisation's stamp, word for word. */
  isStamped: v.boolean(),
  supports: supportCountsSchema,
})
export type CommentView = v.InferOutput<typeof commentViewSchema>

/** A comment with the first of its replies in reading order; `replyCount` says how many there are in all. */
export const threadViewSchema = v.strictObject({
  ...commentViewSchema.entries,
  replies: v.array(commentViewSchema),
})
/** A comment with the first of its replies in reading order; `replyCount` says how many there are in all. */
export type ThreadView = v.InferOutput<typeof threadViewSchema>

export interface Page<Item> {
  items: Item[]
  /** Cursor of the next page, for `after`; null on the last. */
  next: string | null
}

/** The schema of a {@link Page}. */
export const pageOf = <Item extends v.GenericSchema>(item: Item) =>
  v.strictObject({ items: v.array(item), next: v.nullable(v.string()) })

/** `GET /api/measures/{key}/comments` */
export const threadPageSchema = v.strictObject({
  ...pageOf(threadViewSchema).entries,
  /** The department's public answers to what is shown, each once. */
  answers: v.array(answerViewSchema),
})
export type ThreadPage = v.InferOutput<typeof threadPageSchema>

/** `GET /api/comments/{publicId}` */
export const commentContextViewSchema = v.strictObject({
  comment: commentViewSchema,
  /** By whoever reads it; null for nobody in particular. */
  isSupported: v.nullable(v.boolean()),
  ancestors: v.array(commentViewSchema),
  replies: v.array(commentViewSchema),
  next: v.nullable(v.string()),
  /** The department's public answers to what is shown, each once. */
  answers: v.array(answerViewSchema),
  measure: v.pick(measureViewSchema, ['key', 'number', 'title', 'shortTitle', 'shortTitleEn']),
  clause: v.nullable(v.pick(clauseViewSchema, ['key', 'number', 'text'])),
  /** How the clause reads now; null where it was removed, or where there is none. */
  clauseNow: v.nullable(v.string()),
  /** What it has changed in the plan. */
  changes: v.array(
    v.strictObject({
      id: ordinalSchema,
      revision: ordinalSchema,
      clauseKey: v.string(),
      kind: v.picklist(clauseChangeKinds),
    }),
  ),
  consultation: consultationViewSchema,
})
/** `GET /api/comments/{publicId}` */
export type CommentContextView = v.InferOutput<typeof commentContextViewSchema>

/** 201 of `POST /api/measures/{key}/comments`: the only time that the query code is seen. */
export const commentReceiptSchema = v.strictObject({
  publicId: publicIdSchema,
  queryCode: v.pipe(v.string(), v.regex(queryCodePattern)),
  /** Public at once where moderation comes after publication. */
  state: v.picklist(['pending', 'published']),
})
/** 201 of `POST /api/measures/{key}/comments`: the only time that the query code is seen. */
export type CommentReceipt = v.InferOutput<typeof commentReceiptSchema>

export const searchQuerySchema = v.strictObject(
  {
    q: requiredLine(limits.searchQuery),
    after: cursorSchema,
    limit: pageLimitSchema,
  },
  fieldCode('unknown_key'),
)

/** `GET /api/search` : `measures` only on the first page. */
export const searchViewSchema = v.strictObject({
  ...pageOf(commentViewSchema).entries,
  query: v.string(),
  measures: v.array(
    v.strictObject({ key: v.string(), clauseKey: v.string(), title: v.string(), text: v.string() }),
  ),
  review: v.array(reviewSectionViewSchema),
})
/** `GET /api/search` : `measures` only on the first page. */
export type SearchView = v.InferOutput<typeof searchViewSchema>
