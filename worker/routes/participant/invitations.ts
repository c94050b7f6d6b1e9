import { Hono } from 'hono'
import {
  invitationAnswerSchema,
  invitationLookupSchema,
  invitationViewSchema,
  signInViewSchema,
} from '../../contract/auth'
import type { HonoEnv } from '../../hono-env'
import { rateLimit } from '../../middleware/rate-limit'
import { passOn, visitOf } from '../../middleware/session'
import { validate } from '../../middleware/validate'
import { acceptInvitation } from '../../services/accounts/accept-invitation'
import { lookUpInvitation } from '../../services/accounts/find-invitation'
import { describe } from '../describe'

/** For whoever holds a link that an administrator made; its token travels in the body, never in an address. */
export const invitationRoutes = new Hono<HonoEnv>()
  .post(
    '/auth/invitations/look-up',
    describe({
      summary: 'What a link from an administrator is for',
      ok: { schema: invitationViewSchema },
      errors: ['bad_json', 'unsupported_media_type', 'invalid_input', 'invitation_invalid', 'rate_limited'],
    }),
    rateLimit('SIGN_IN_LIMIT'),
    validate('json', invitationLookupSchema),
    async (c) => {
      c.header('cache-control', 'no-store')
      return c.json(await lookUpInvitation(c.var.ctx, c.req.valid('json').token))
    },
  )
  .post(
    '/auth/invitations/accept',
    describe({
      summary: 'Choose a password by a link from an administrator, once, and sign in',
      ok: { schema: signInViewSchema },
      errors: ['bad_json', 'unsupported_media_type', 'invalid_input', 'invitation_invalid', 'rate_limited'],
    }),
    rateLimit('SIGN_IN_LIMIT'),
    validate('json', invitationAnswerSchema),
    async (c) => {
      const { view, cookies } = await acceptInvitation(c.var.ctx, visitOf(c), c.req.valid('json'))
      passOn(c, cookies)
      return c.json(view)
    },
  )
