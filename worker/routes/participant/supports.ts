import { Hono } from 'hono'
import * as v from 'valibot'
import { publicIdSchema } from '../../contract/comments'
import { supportViewSchema } from '../../contract/supports'
import type { HonoEnv } from '../../hono-env'
import { participantOnly } from '../../middleware/participant'
import { rateLimit } from '../../middleware/rate-limit'
import { validate } from '../../middleware/validate'
import { supportComment, takeBackSupport } from '../../services/supports/support-comment'
import { describe } from '../describe'

const errors = [
  'unauthenticated',
  'forbidden',
  'unsupported_media_type',
  'not_found',
  'consultation_not_open',
  'consultation_closed',
  'wrong_origin',
  'rate_limited',
] as const

const param = v.object({ publicId: publicIdSchema })

export const supportRoutes = new Hono<HonoEnv>()
  .post(
    '/comments/:publicId/support',
    describe({
      summary:
        'Say that a published comment is your concern too: once for a verified enterprise, once for a person',
      ok: { schema: supportViewSchema },
      errors: [...errors, 'own_comment'],
    }),
    participantOnly,
    rateLimit('LOOKUP_LIMIT'),
    validate('param', param),
    async (c) => c.json(await supportComment(c.var.ctx, c.req.valid('param').publicId)),
  )
  .post(
    '/comments/:publicId/support/take-back',
    describe({ summary: 'Take that back', ok: { schema: supportViewSchema }, errors: [...errors] }),
    participantOnly,
    rateLimit('LOOKUP_LIMIT'),
    validate('param', param),
    async (c) => c.json(await takeBackSupport(c.var.ctx, c.req.valid('param').publicId)),
  )
