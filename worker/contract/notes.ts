import * as v from 'valibot'
import { cursorSchema, measureKeySchema, pageOf, publicIdSchema } from './comments'
import { fieldCode } from './errors'
import { lines } from './fields'
import { limits } from './limits'
import { countSchema, ordinalSchema, timeSchema } from './view-parts'

const userIdSchema = v.pipe(v.string(fieldCode('wrong_type')), v.maxLength(64, fieldCode('too_long')))
const whole = v.pipe(
  v.number(fieldCode('wrong_type')),
  v.integer(fieldCode('wrong_type')),
  v.minValue(1, fieldCode('number_out_of_range')),
)

/** A word among colleagues: on a comment, or on a measure where `publicId` is null. */
export const noteViewSchema = v.strictObject({
  id: ordinalSchema,
  publicId: v.nullable(publicIdSchema),
  measureKey: measureKeySchema,
  text: v.string(),
  by: v.string(),
  isMine: v.boolean(),
  at: timeSchema,
  mentions: v.array(v.strictObject({ name: v.string(), isMe: v.boolean() })),
  /** It mentions whoever asks and waits to be read. */
  isUnread: v.boolean(),
})
export type NoteView = v.InferOutput<typeof noteViewSchema>

/** `POST /api/staff/notes`: on a comment or on a measure, one of the two. */
export const newNoteSchema = v.pipe(
  v.strictObject(
    {
      comment: v.optional(publicIdSchema),
      measure: v.optional(measureKeySchema),
      text: v.pipe(lines(limits.staffNote), v.minLength(1, fieldCode('required'))),
      mentions: v.optional(
        v.pipe(
          v.array(userIdSchema, fieldCode('wrong_type')),
          v.maxLength(limits.mentions, fieldCode('too_long')),
        ),
        [],
      ),
    },
    fieldCode('unknown_key'),
  ),
  v.forward(
    v.check(
      ({ comment, measure }) => (comment === undefined) !== (measure === undefined),
      fieldCode('required'),
    ),
    ['comment'],
  ),
)
export type NewNote = v.InferOutput<typeof newNoteSchema>

/** `GET /api/staff/mentions` */
export const mentionsQuerySchema = v.strictObject({ after: cursorSchema }, fieldCode('unknown_key'))
export type MentionsQuery = v.InferOutput<typeof mentionsQuerySchema>

/** `GET /api/staff/mentions`: the notes that mention whoever asks and wait to be read, newest first. */
export const mentionListSchema = pageOf(noteViewSchema)
export type MentionList = v.InferOutput<typeof mentionListSchema>

/** `POST /api/staff/mentions/read` */
export const readMentionsSchema = v.strictObject(
  {
    notes: v.pipe(
      v.array(whole, fieldCode('wrong_type')),
      v.minLength(1, fieldCode('required')),
      v.maxLength(limits.maxPageSize, fieldCode('too_long')),
    ),
  },
  fieldCode('unknown_key'),
)
export type ReadMentions = v.InferOutput<typeof readMentionsSchema>

/** How many still wait. */
export const unreadMentionsSchema = v.strictObject({ unread: countSchema })
export type UnreadMentions = v.InferOutput<typeof unreadMentionsSchema>
