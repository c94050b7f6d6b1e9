import type { Context } from 'hono'
import { getCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import type { HonoEnv } from '../hono-env'
import type { Visit } from '../services/accounts/ask-auth'
import { findSession, type OpenSession, sessionTimes } from '../services/accounts/find-session'

const cookie = 'yanlu.session_token'

/**
 * Whose request this is: the signature of better-auth's cookie, then one read. better-auth itself, which is slow to
 * build, is asked only where it is to write something; it renews the session when a page is loaded.
 */
export async function readSession(c: Context<HonoEnv>): Promise<OpenSession | null> {
  const token = await getSignedCookie(c, c.var.deps.config.secret, cookie, prefixOf(c))
  return token ? findSession(c.var.ctx, token) : null
}

/** True where a browser brings a session along, whether it still stands or not: what the head of a page says is no secret. */
export function bringsSession(c: Context<HonoEnv>): boolean {
  return getCookie(c, cookie, prefixOf(c)) !== undefined
}

/** Gives the browser a session that was opened without better-auth, in its form. */
export async function giveSession(c: Context<HonoEnv>, token: string): Promise<void> {
  const isSecure = prefixOf(c) !== undefined
  await setSignedCookie(c, cookie, token, c.var.deps.config.secret, {
    ...(isSecure && { prefix: 'secure' as const }),
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure,
    maxAge: sessionTimes.lasts,
  })
}

const prefixOf = (c: Context<HonoEnv>) => (originOf(c).startsWith('https:') ? 'secure' : undefined)

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
export function originOf(c: Context<HonoEnv>): string {
  return c.var.deps.config.publicOrigin ?? new URL(c.req.url).origin
}

/** Hands better-auth's cookies to the browser. */
export function passOn(c: Context<HonoEnv>, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
  c.header('cache-control', 'no-store')
}
