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
    secure: isSecure(c.req.url),
  })
  const back = new URL(c.req.query('back') ?? '/', c.req.url)
  const isOwn = back.origin === new URL(c.req.url).origin
  return c.redirect(isOwn ? back.pathname + back.search : '/', 303)
})

function isSecure(url: string): boolean {
  return url.startsWith('https:')
}
