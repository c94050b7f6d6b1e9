import { Hono } from 'hono'
import type { ErrorCode } from '../../contract/errors'
import { ownAccountViewSchema, passwordChangeSchema, sessionRefSchema } from '../../contract/people'
import type { HonoEnv } from '../../hono-env'
import { rateLimit } from '../../middleware/rate-limit'
import { validate } from '../../middleware/validate'
import { changePassword } from '../../services/accounts/change-password'
import { revokeOtherSessions, revokeSession } from '../../services/accounts/revoke-sessions'
import { describe } from '../describe'
import { showAccount } from './show-account'

const refusals: ErrorCode[] = [
  'bad_json',
  'unsupported_media_type',
  'unauthenticated',
  'wrong_origin',
  'invalid_input',
]

/** One's own account, password and sessions; each answers the account as it is then. */
export const ownRoutes = new Hono<HonoEnv>()
  .get(
    '/',
    describe({
      summary: 'One’s own account and where it is signed in',
      ok: { schema: ownAccountViewSchema },
      errors: ['unauthenticated'],
    }),
    (c) => showAccount(c),
  )
  .post(
    '/password',
    describe({
      summary: 'Change one’s own password; all other sessions end',
      ok: { schema: ownAccountViewSchema },
      errors: [...refusals, 'account_changed', 'rate_limited'],
    }),
    rateLimit('SIGN_IN_LIMIT'),
    validate('json', passwordChangeSchema),
    async (c) => {
      await changePassword(c.var.ctx, c.var.session.id, c.req.valid('json'))
      return showAccount(c)
    },
  )
  .post(
    '/sessions/revoke',
    describe({
      summary: 'End one of one’s own sessions, or all but this one',
      ok: { schema: ownAccountViewSchema },
      errors: [...refusals, 'not_found'],
    }),
    validate('json', sessionRefSchema),
    async (c) => {
      const { session } = c.req.valid('json')
      if (session === 'others') await revokeOtherSessions(c.var.ctx, c.var.session.id)
      else await revokeSession(c.var.ctx, session)
      return showAccount(c)
    },
  )
