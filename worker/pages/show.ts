import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Frame, PublicPage } from '../../web/page'
import { renderPage } from '../../web/render'
import { baseOf } from '../contract/addresses'
import type { ConsultationView, PlanLabels } from '../contract/plan'
import { isTextSize } from '../contract/words'
import type { HonoEnv } from '../hono-env'
import { bringsSession } from '../middleware/session'
import { readLabels } from '../services/plan/labels'
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
export async function show(
  c: Context<HonoEnv>,
  page: PublicPage,
  status: ContentfulStatusCode = 200,
  place: Partial<Frame> = {},
): Promise<Response> {
  const holdsContact = 'change' in page && page.change !== undefined
  c.header('cache-control', isSecret[page.view] || holdsContact ? 'no-store' : 'private, no-cache')
  c.header('vary', 'cookie, accept-language')
  c.header('content-language', c.var.language)
  const frame = { ...frameOf(c), ...placeOf(page), ...place }
  const labels = frame.labels ?? (await labelsFor(c, page, frame.consultation))
  return c.html(renderPage(page, { ...frame, labels }), status)
}

/** Pages that name no theme or measure, and the one that is shown where nothing can be read. */
const namesNothing: Partial<Record<PublicPage['view'], true>> = {
  consultations: true,
  error: true,
  policy: true,
  privacy: true,
  transparency: true,
  'open-data': true,
  'receipt-lookup': true,
  'verify-form': true,
}

async function labelsFor(c: Context<HonoEnv>, page: PublicPage, key: string | null): Promise<PlanLabels> {
  if (namesNothing[page.view] || page.view.startsWith('account')) return {}
  return readLabels({ ...c.var.ctx, consultation: 'form' in page ? page.form.consultation.key : key })
}

/**
 * Which consultation a page is drawn for, by what it shows: its forms are sent there whichever is current by then. A receipt and a
 * follow are at one address whichever they are of; their links lead there.
 */
function placeOf(page: PublicPage): Partial<Frame> {
  if ('change' in page && page.change) return linkingTo(page.change.receipt.consultation)
  if (page.view === 'receipt') return linkingTo(page.receipt.consultation)
  if (page.view === 'follow-manage')
    return { ...linkingTo(page.plan.consultation), labels: page.plan.consultation.labels }
  if ('plan' in page) return drawnFor(page.plan.consultation)
  if ('response' in page) return drawnFor(page.response.consultation)
  if ('context' in page) return drawnFor(page.context.consultation)
  if ('version' in page) return { labels: page.version.consultation.labels }
  if ('measure' in page && 'consultation' in page.measure) return drawnFor(page.measure.consultation)
  return {}
}

const drawnFor = ({ key, labels }: ConsultationView): Partial<Frame> => ({ consultation: key, labels })

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
