import * as v from 'valibot'
import { authorViewSchema, cursorSchema, pageOf, publicIdSchema } from '../comments'
import { fieldCode } from '../errors'
import { countSchema, ordinalSchema, timeSchema } from '../view-parts'
import { commentStates } from '../words'
import { signalViewSchema } from './queue'

/** `GET /api/moderation/groups/:id` */
export const groupQuerySchema = v.strictObject({ after: cursorSchema }, fieldCode('unknown_key'))
export type GroupQuery = v.InferOutput<typeof groupQuerySchema>
const groupMemberSchema = v.strictObject({
  /** Null where it no longer waits. */
  reviewId: v.nullable(ordinalSchema),
  publicId: publicIdSchema,
  revision: ordinalSchema,
  state: v.picklist(commentStates),
  author: authorViewSchema,
  submittedAt: timeSchema,
  body: v.string(),
  similarity: v.number(),
  signals: v.array(signalViewSchema),
})
export type GroupMember = v.InferOutput<typeof groupMemberSchema>
export const groupViewSchema = v.strictObject({
  id: ordinalSchema,
  members: countSchema,
  open: countSchema,
  ...pageOf(groupMemberSchema).entries,
})
export type GroupView = v.InferOutput<typeof groupViewSchema>
