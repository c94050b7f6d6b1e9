import type { Context } from 'hono'
import { getSignedCookie } from 'hono/cookie'
import type { HonoEnv } from '../hono-env'
import type { Visit } from '../services/accounts/ask-auth'
import { findSession, type OpenSession } from '../services/accounts/find-session'

const cookie = 'yanlu.session_token'

/**
 * Whose request this is: the signature of better-auth's cookie, then one read. better-auth itself, which is slow to
 * build, is asked only where it is to write something; it renews the session when a page is loaded.
 */
export async function readSession(c: Context<HonoEnv>): Promise<OpenSession | null> {
  const prefix = originOf(c).startsWith('https:') ? 'secure' : undefined
  const token = await getSignedCookie(c, c.var.deps.config.secret, cookie, prefix)
  return token ? findSession(c.var.ctx, token) : null
}

/** What better-auth is to know of the request. */
export function visitOf(c: Context<HonoEnv>): Visit {
  return {
    secret: c.var.deps.config.secret,
    origin: originOf(c),
    cookie: c.req.header('cookie') ?? '',
    userAgent: c.req.header('user-agent') ?? '',
  }
}

/** The site as its readers see it, where a proxy in front ends TLS. */
function originOf(c: Context<HonoEnv>): string {
  return c.var.deps.config.publicOrigin ?? new URL(c.req.url).origin
}

/** Hands better-auth's cookies to the browser. */
export function passOn(c: Context<HonoEnv>, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
  c.header('cache-control', 'no-store')
}
