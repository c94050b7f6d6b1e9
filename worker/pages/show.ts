import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Frame, PublicPage } from '../../web/page'
import { renderPage } from '../../web/render'
import type { HonoEnv } from '../hono-env'

/** Pages with a query code: not even this browser keeps them. The form's steps it may keep, so that Back finds what was typed. */
const isSecret: Partial<Record<PublicPage['view'], true>> = { 'receipt-lookup': true, receipt: true }

/** Answers with a page in the reader's language; nothing on it may be kept by a shared cache. */
export function show(c: Context<HonoEnv>, page: PublicPage, status: ContentfulStatusCode = 200): Response {
  c.header('cache-control', isSecret[page.view] ? 'no-store' : 'private, no-cache')
  c.header('vary', 'cookie, accept-language')
  c.header('content-language', c.var.language)
  return c.html(renderPage(page, frameOf(c)), status)
}

/** What every page is drawn with. A local start has demo comments and says so. */
export function frameOf(c: Context<HonoEnv>): Frame {
  const { language, ctx, deps } = c.var
  const { pathname, search } = new URL(c.req.url)
  return {
    language,
    path: pathname + search,
    now: ctx.now.toISOString(),
    isDemo: deps.config.isLocal,
  }
}
