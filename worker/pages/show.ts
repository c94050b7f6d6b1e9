import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { PublicPage } from '../../web/page'
import { renderPage } from '../../web/render'
import type { HonoEnv } from '../hono-env'

/** Answers with a page in the reader's language; nothing on it may be kept by a shared cache. */
export function show(c: Context<HonoEnv>, page: PublicPage, status: ContentfulStatusCode = 200): Response {
  const { language, ctx } = c.var
  const { pathname, search } = new URL(c.req.url)
  c.header('cache-control', 'private, no-cache')
  c.header('vary', 'cookie, accept-language')
  c.header('content-language', language)
  return c.html(renderPage(page, { language, path: pathname + search, now: ctx.now.toISOString() }), status)
}
