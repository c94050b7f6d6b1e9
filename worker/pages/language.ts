import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { isLanguage } from '../contract/words'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'

const year = 365 * 24 * 3600

/** Remembers the reader's language and goes back to the page. */
export const languagePages = new Hono<HonoEnv>().get('/language/:code', (c) => {
  const language = c.req.param('code')
  if (!isLanguage(language)) throw new AppError('not_found')
  setCookie(c, 'language', language, {
    path: '/',
    maxAge: year,
    sameSite: 'Lax',
    secure: (c.var.deps.config.publicOrigin ?? c.req.url).startsWith('https:'),
  })
  const asked = c.req.query('back') ?? '/'
  const back = URL.canParse(asked, c.req.url) ? new URL(asked, c.req.url) : null
  const isOwn = back?.origin === new URL(c.req.url).origin
  return c.redirect(back && isOwn ? `/${back.pathname.replace(/^\/+/, '')}${back.search}` : '/', 303)
})
