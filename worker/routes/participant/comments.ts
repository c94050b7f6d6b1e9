import { Hono } from 'hono'
import * as v from 'valibot'
import { commentReceiptSchema, measureKeySchema, newCommentSchema } from '../../contract/comments'
import type { HonoEnv } from '../../hono-env'
import { signedInIfAny } from '../../middleware/participant'
import { rateLimit } from '../../middleware/rate-limit'
import { validate } from '../../middleware/validate'
import { submitComment } from '../../services/comments/submit-comment'
import { describe } from '../describe'

export const submissionRoutes = new Hono<HonoEnv>().post(
  '/measures/:key/comments',
  describe({
    summary: 'Send a comment; it is public only after a moderator says so',
    ok: { schema: commentReceiptSchema, status: 201 },
    errors: [
      'bad_json',
      'unsupported_media_type',
      'body_too_large',
      'invalid_input',
      'not_found',
      'proof_required',
      'proof_invalid',
      'proof_used',
      'consultation_not_open',
      'consultation_closed',
      'wrong_origin',
      'rate_limited',
    ],
  }),
  rateLimit('SUBMIT_LIMIT'),
  signedInIfAny,
  validate('param', v.object({ key: measureKeySchema })),
  validate('json', newCommentSchema),
  async (c) => {
    const input = c.req.valid('json')
    const proof = input.altcha ? { altcha: input.altcha } : null
    c.header('cache-control', 'no-store')
    return c.json(await submitComment(c.var.ctx, c.req.valid('param').key, input, proof), 201)
  },
)
