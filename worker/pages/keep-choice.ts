import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import type { HonoEnv } from '../hono-env'

const year = 365 * 24 * 3600

/** Remembers for a year what a reader chose and goes back to the page; to no other site, whatever `back` says. */
export function keepChoice(c: Context<HonoEnv>, name: string, choice: string): Response {
  setCookie(c, name, choice, {
    path: '/',
    maxAge: year,
    sameSite: 'Lax',
    secure: (c.var.deps.config.publicOrigin ?? c.req.url).startsWith('https:'),
  })
  const asked = c.req.query('back') ?? '/'
  const back = URL.canParse(asked, c.req.url) ? new URL(asked, c.req.url) : null
  const isOwn = back?.origin === new URL(c.req.url).origin
  return c.redirect(back && isOwn ? `/${back.pathname.replace(/^\/+/, '')}${back.search}` : '/', 303)
}
