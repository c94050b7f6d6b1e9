import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Frame, PublicPage } from '../../web/page'
import { renderPage } from '../../web/render'
import { baseOf } from '../contract/addresses'
import { isTextSize } from '../contract/words'
import type { HonoEnv } from '../hono-env'
import { bringsSession } from '../middleware/session'
import { sayBeside } from '../services/privacy/say-beside'

/** Pages with a query code, and those of an account: not even this browser keeps them. The form's steps it may keep, so that Back finds what was typed. */
const isSecret: Partial<Record<PublicPage['view'], true>> = {
  'receipt-lookup': true,
  receipt: true,
  'stamped-form': true,
  'account-sign-in': true,
  'account-sign-up': true,
  'account-confirm': true,
  'account-password': true,
  account: true,
  'receipt-erase': true,
  'account-erase': true,
  enterprise: true,
  'enterprise-form': true,
  'enterprise-invitation': true,
  response: true,
  'response-entry': true,
  'response-approval': true,
  'response-receipt': true,
  'response-form': true,
  'response-history': true,
  'follow-sent': true,
  'follow-manage': true,
  'follow-end': true,
}

/** Answers with a page in the reader's language; nothing on it may be kept by a shared cache. */
export function show(
  c: Context<HonoEnv>,
  page: PublicPage,
  status: ContentfulStatusCode = 200,
  place: Partial<Frame> = {},
): Response {
  const holdsContact = 'change' in page && page.change !== undefined
  c.header('cache-control', isSecret[page.view] || holdsContact ? 'no-store' : 'private, no-cache')
  c.header('vary', 'cookie, accept-language')
  c.header('content-language', c.var.language)
  return c.html(renderPage(page, { ...frameOf(c), ...placeOf(page), ...place }), status)
}

/**
 * Which consultation a page is drawn for, by what it shows: its forms are sent there whichever is current by then. A receipt and a
 * follow are at one address whichever they are of; their links lead there.
 */
function placeOf(page: PublicPage): Partial<Frame> {
  if ('change' in page && page.change) return linkingTo(page.change.receipt.consultation)
  if (page.view === 'receipt') return linkingTo(page.receipt.consultation)
  if (page.view === 'follow-manage') return linkingTo(page.plan.consultation)
  if ('plan' in page) return { consultation: page.plan.consultation.key }
  if ('response' in page) return { consultation: page.response.consultation.key }
  if ('context' in page) return { consultation: page.context.consultation.key }
  if ('measure' in page && 'consultation' in page.measure)
    return { consultation: page.measure.consultation.key }
  return {}
}

const linkingTo = ({ key, isCurrent }: { key: string; isCurrent: boolean }): Partial<Frame> => ({
  base: baseOf(isCurrent ? null : key),
  consultation: key,
})

/** What every page is drawn with. A local start has demo comments and says so. */
export function frameOf(c: Context<HonoEnv>): Frame {
  const { language, ctx, deps } = c.var
  const { pathname, search } = new URL(c.req.url)
  const textSize = getCookie(c, 'text-size')
  return {
    language,
    textSize: isTextSize(textSize) ? textSize : 'standard',
    path: pathname + search,
    base: baseOf(ctx.consultation),
    consultation: ctx.consultation,
    now: ctx.now.toISOString(),
    isDemo: deps.config.isLocal,
    isSignedIn: bringsSession(c),
    beside: (key) => sayBeside(language, key),
  }
}
