import { type Context, Hono } from 'hono'
import { type SessionView, sessionViewSchema, signInSchema } from '../../contract/auth'
import { AppError } from '../../errors'
import type { HonoEnv } from '../../hono-env'
import { rateLimit } from '../../middleware/rate-limit'
import { validate } from '../../middleware/validate'
import { describe } from '../describe'

/** better-auth does the work; only these of its routes are reachable, and no answer but the cookie holds the token. */
export const authRoutes = new Hono<HonoEnv>()
  .post(
    '/auth/sign-in/email',
    describe({
      summary: 'Sign in with e-mail address and password; the session is a cookie',
      ok: { schema: sessionViewSchema },
      errors: ['bad_json', 'unsupported_media_type', 'invalid_input', 'sign_in_failed', 'rate_limited'],
    }),
    rateLimit('SIGN_IN_LIMIT'),
    validate('json', signInSchema),
    async (c) => {
      const answer = await forward(c, c.req.valid('json'))
      if (answer.status === 400 || answer.status === 401) throw new AppError('sign_in_failed')
      if (!answer.ok) throw new Error(`better-auth answered ${answer.status} ${await answer.text()}`)
      return c.json(present(await answer.json()))
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
      await forward(c, {})
      return c.json(present(null))
    },
  )
  .get(
    '/auth/get-session',
    describe({ summary: 'Who is signed in, or null', ok: { schema: sessionViewSchema } }),
    async (c) => {
      const auth = await authOf(c)
      const { headers, response } = await auth.api.getSession({
        headers: c.req.raw.headers,
        returnHeaders: true,
      })
      passOn(c, headers)
      return c.json(present(response))
    },
  )

/** Asks better-auth and passes on the cookies that it sets. Where the request came from is checked before, for all routes. */
async function forward(c: Context<HonoEnv>, body: Record<string, unknown>): Promise<Response> {
  const { origin } = new URL(c.req.url)
  const answer = await (await authOf(c)).handler(
    new Request(c.req.url, {
      method: c.req.method,
      headers: { origin, 'content-type': 'application/json', cookie: c.req.header('cookie') ?? '' },
      body: JSON.stringify(body),
    }),
  )
  passOn(c, answer.headers)
  return answer
}

async function authOf(c: Context<HonoEnv>) {
  const { ctx, deps } = c.var
  const { createAuth } = await import('../../services/accounts/auth')
  return createAuth(ctx.db, deps.config.secret, new URL(c.req.url).origin)
}

function passOn(c: Context<HonoEnv>, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
  c.header('cache-control', 'no-store')
}

function present(answer: { user: Record<keyof SessionUser, string> } | null): SessionView {
  if (!answer) return null
  const { id, name, email, role } = answer.user
  return { user: { id, name, email, role: role as SessionUser['role'] } }
}

type SessionUser = NonNullable<SessionView>['user']
