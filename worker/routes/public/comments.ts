import { Hono } from 'hono'
import * as v from 'valibot'
import {
  commentContextViewSchema,
  commentsQuerySchema,
  cursorSchema,
  measureKeySchema,
  publicIdSchema,
  threadPageSchema,
} from '../../contract/comments'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { getComment } from '../../services/comments/get-comment'
import { listComments } from '../../services/comments/list-comments'
import { describe } from '../describe'

export const commentRoutes = new Hono<HonoEnv>()
  .get(
    '/measures/:key/comments',
    describe({
      summary: 'Public comments of a measure, each with its first replies',
      ok: { schema: threadPageSchema },
      errors: ['not_found', 'invalid_input', 'invalid_cursor'],
    }),
    validate('param', v.object({ key: measureKeySchema })),
    validate('query', commentsQuerySchema),
    async (c) => c.json(await listComments(c.var.ctx, c.req.valid('param').key, c.req.valid('query'))),
  )
  .get(
    '/comments/:publicId',
    describe({
      summary: 'A public comment with its ancestors and replies',
      ok: { schema: commentContextViewSchema },
      errors: ['not_found', 'comment_erased', 'comment_replaced', 'invalid_input', 'invalid_cursor'],
    }),
    validate('param', v.object({ publicId: publicIdSchema })),
    validate('query', v.strictObject({ after: cursorSchema }, 'unknown_key')),
    async (c) =>
      c.json(await getComment(c.var.ctx, c.req.valid('param').publicId, c.req.valid('query').after)),
  )
