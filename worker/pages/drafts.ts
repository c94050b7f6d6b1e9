import type { Context } from 'hono'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { PublicPage } from '../../web/page'
import { draftPath } from '../contract/addresses'
import { consultationKeySchema } from '../contract/consultations'
import { errorStatus } from '../contract/errors'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'
import { guard } from '../middleware/guard'
import { listWithDraft, type ViewedDraft, viewDraft } from '../services/consultations/view-draft'
import { sayBesideContact } from '../services/privacy/say-beside'
import { readValues } from './comment-input'
import { readAddress } from './read-input'
import { show } from './show'

/** Nothing on these pages runs, and nothing is sent from them. */
const policy = [
  `default-src 'none'`,
  `style-src 'self'`,
  `img-src 'self' data:`,
  `form-action 'none'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

const staffOnly = guard('staff')

/** To whoever may not see drafts there are none. */
const hidden = createMiddleware<HonoEnv>(async (c, next) => {
  let isAdmitted = false
  try {
    await staffOnly(c, async () => {
      isAdmitted = true
      await next()
    })
  } catch (error) {
    throw isAdmitted || !isRefusal(error) ? error : new AppError('not_found')
  }
  c.header('content-security-policy', policy)
  c.header('x-robots-tag', 'noindex')
})

const isRefusal = (error: unknown) => error instanceof AppError && errorStatus[error.code] < 500

/** A draft of a consultation in the pages that readers will have, for colleagues who are signed in at the desk. */
export const draftPages = new Hono<HonoEnv>()
  .use('/drafts/:key/*', hidden)
  .get('/drafts/:key', (c) => draw(c, ({ plan }) => ({ view: 'home', plan })))
  .get('/drafts/:key/consultations', (c) =>
    draw(c, async (draft) => ({ view: 'consultations', list: await listWithDraft(c.var.ctx, draft) })),
  )
  .get('/drafts/:key/measures/:measure', (c) =>
    draw(c, (draft) => ({
      view: 'measure',
      plan: draft.plan,
      measure: measureOf(draft, c.req.param('measure')),
      comments: { items: [], next: null, answers: [] },
      filter: { sort: 'newest' },
    })),
  )
  .get('/drafts/:key/measures/:measure/comment', (c) =>
    draw(c, async (draft) => ({
      view: 'comment-form',
      measure: measureOf(draft, c.req.param('measure')),
      parent: null,
      isMailed: c.var.deps.config.mail !== null,
      besideContact: await sayBesideContact({ ...c.var.ctx, consultation: draft.key }, c.var.language),
      values: readValues({}),
      files: c.var.ctx.files && [],
      refusedFile: null,
      errors: {},
      refusal: null,
    })),
  )
  .get('/drafts/:key/*', (c) => draw(c, () => Promise.reject(new AppError('draft_page_absent'))))

/** Draws a page of a draft; what cannot be shown is said within the preview. */
async function draw(
  c: Context<HonoEnv, '/drafts/:key'>,
  pageOf: (draft: ViewedDraft) => PublicPage | Promise<PublicPage>,
): Promise<Response> {
  const key = readAddress(consultationKeySchema, c.req.param('key'))
  const place = { base: draftPath(key), consultation: null, draft: key }
  try {
    const draft = await viewDraft(c.var.ctx, key)
    const { plan, opensAt } = draft
    const { labels } = plan.consultation
    return show(c, await pageOf(draft), 200, { ...place, labels, now: opensAt.toISOString() })
  } catch (error) {
    if (!(error instanceof AppError) || !isOfDraft(error.code)) throw error
    const { requestId } = c.var.ctx
    return show(c, { view: 'error', code: error.code, requestId }, errorStatus[error.code], place)
  }
}

const isOfDraft = (code: AppError['code']) => code === 'draft_unreadable' || code === 'draft_page_absent'

function measureOf({ measures }: ViewedDraft, key: string) {
  const measure = measures.find((each) => each.key === key)
  if (!measure) throw new AppError('draft_page_absent')
  return measure
}
