import { Hono } from 'hono'
import {
  type SessionView,
  secondStepSchema,
  sessionViewSchema,
  signInSchema,
  signInViewSchema,
} from '../../contract/auth'
import { officeRoles } from '../../contract/words'
import type { HonoEnv } from '../../hono-env'
import { rateLimit } from '../../middleware/rate-limit'
import { passOn, readSession, visitOf } from '../../middleware/session'
import { validate } from '../../middleware/validate'
import { askAuth } from '../../services/accounts/ask-auth'
import type { OpenSession } from '../../services/accounts/find-session'
import { passSecondFactor } from '../../services/accounts/pass-second-factor'
import { renewSession } from '../../services/accounts/renew-session'
import { signIn } from '../../services/accounts/sign-in'
import { describe } from '../describe'

/** better-auth does the work; only these of its routes are reachable, and no answer but the cookie holds the token. */
export const authRoutes = new Hono<HonoEnv>()
  .post(
    '/auth/sign-in/email',
    describe({
      summary: 'Sign in with e-mail address and password; the session is a cookie',
      ok: { schema: signInViewSchema },
      errors: [
        'bad_json',
        'unsupported_media_type',
        'invalid_input',
        'sign_in_failed',
        'account_disabled',
        'participant_account',
        'rate_limited',
      ],
    }),
    rateLimit('SIGN_IN_LIMIT'),
    validate('json', signInSchema),
    async (c) => {
      const { view, cookies } = await signIn(c.var.ctx, visitOf(c), c.req.valid('json'))
      passOn(c, cookies)
      return c.json(view)
    },
  )
  .post(
    '/auth/sign-in/second-factor',
    describe({
      summary: 'The second step, by the authenticator’s six digits or a backup code',
      ok: { schema: signInViewSchema },
      errors: [
        'bad_json',
        'unsupported_media_type',
        'invalid_input',
        'second_factor_failed',
        'second_factor_expired',
        'second_factor_locked',
        'account_disabled',
        'rate_limited',
      ],
    }),
    rateLimit('SIGN_IN_LIMIT'),
    validate('json', secondStepSchema),
    async (c) => {
      const { view, cookies } = await passSecondFactor(c.var.ctx, visitOf(c), c.req.valid('json').code)
      passOn(c, cookies)
      return c.json(view)
    },
  )
  .post(
    '/auth/sign-out',
    describe({
      summary: 'End the session',
      ok: { schema: sessionViewSchema },
      errors: ['unsupported_media_type', 'wrong_origin'],
    }),
    async (c) => {
      const { cookies } = await askAuth(c.var.ctx, visitOf(c), 'sign-out', {})
      passOn(c, cookies)
      return c.json(present(null))
    },
  )
  .get(
    '/auth/get-session',
    describe({ summary: 'Who of the office is signed in, or null', ok: { schema: sessionViewSchema } }),
    async (c) => {
      const session = await readSession(c)
      passOn(c, session?.isDue ? await renewSession(c.var.ctx, visitOf(c)) : [])
      return c.json(present(session, c.var.deps.config.requiresSecondFactor))
    },
  )

function present(session: OpenSession | null, isRequired = false): SessionView {
  const role = officeRoles.find((known) => known === session?.user.role)
  if (!session || !role) return null
  const { id, name } = session.user
  return {
    user: { id, name, email: session.email, role },
    secondFactor: session.hasSecondFactor ? 'on' : isRequired ? 'required' : 'off',
  }
}
