import { Hono } from 'hono'
import {
  followChangeSchema,
  followEndedSchema,
  followSentSchema,
  followTokenSchema,
  followViewSchema,
  newFollowSchema,
} from '../../contract/follows'
import type { HonoEnv } from '../../hono-env'
import { followsOffered } from '../../middleware/follows-offered'
import { rateLimit } from '../../middleware/rate-limit'
import { validate } from '../../middleware/validate'
import { changeFollow } from '../../services/follows/change-follow'
import { confirmFollow } from '../../services/follows/confirm-follow'
import { endFollow } from '../../services/follows/end-follow'
import { getFollow } from '../../services/follows/get-follow'
import { requestFollow } from '../../services/follows/request-follow'
import { describe } from '../describe'

const malformed = ['bad_json', 'unsupported_media_type', 'invalid_input'] as const

export const followRoutes = new Hono<HonoEnv>()
  .post(
    '/follows',
    describe({
      summary: 'Ask to be mailed what becomes public; a link to confirm it goes to the address',
      ok: { schema: followSentSchema },
      errors: [...malformed, 'mail_unavailable', 'follows_ended', 'rate_limited'],
    }),
    rateLimit('SUBMIT_LIMIT'),
    validate('json', newFollowSchema),
    followsOffered,
    async (c) => {
      await requestFollow(c.var.ctx, c.req.valid('json'), c.var.language)
      return c.json({ sent: true } as const)
    },
  )
  .post(
    '/follows/lookup',
    describe({
      summary: 'What is followed by whoever has the link',
      ok: { schema: followViewSchema },
      errors: [...malformed, 'follow_not_found', 'rate_limited'],
    }),
    rateLimit('LOOKUP_LIMIT'),
    validate('json', followTokenSchema),
    async (c) => c.json(await getFollow(c.var.ctx, c.req.valid('json').token)),
  )
  .post(
    '/follows/confirm',
    describe({
      summary: 'Confirm what was asked for under an address',
      ok: { schema: followViewSchema },
      errors: [...malformed, 'follow_not_found', 'rate_limited'],
    }),
    rateLimit('LOOKUP_LIMIT'),
    validate('json', followTokenSchema),
    async (c) => c.json(await confirmFollow(c.var.ctx, c.req.valid('json').token)),
  )
  .post(
    '/follows/change',
    describe({
      summary: 'Change how often mails come, or what of',
      ok: { schema: followViewSchema },
      errors: [...malformed, 'follow_not_found', 'rate_limited'],
    }),
    rateLimit('LOOKUP_LIMIT'),
    validate('json', followChangeSchema),
    async (c) => {
      const { token, ...change } = c.req.valid('json')
      return c.json(await changeFollow(c.var.ctx, token, change))
    },
  )
  .post(
    '/follows/end',
    describe({
      summary: 'Follow no more: the address and all that was followed are deleted',
      ok: { schema: followEndedSchema },
      errors: [...malformed, 'follow_not_found', 'rate_limited'],
    }),
    rateLimit('LOOKUP_LIMIT'),
    validate('json', followTokenSchema),
    async (c) => {
      await endFollow(c.var.ctx, c.req.valid('json').token)
      return c.json({ ended: true } as const)
    },
  )
