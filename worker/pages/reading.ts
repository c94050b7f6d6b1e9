import { Hono } from 'hono'
import { baseOf } from '../contract/addresses'
import { normalizePublicId, publicIdPattern } from '../contract/codes'
import {
  commentsQuerySchema,
  measureKeySchema,
  publicIdSchema,
  searchQuerySchema,
} from '../contract/comments'
import { revisionNumberSchema } from '../contract/revisions'
import type { HonoEnv } from '../hono-env'
import { fieldSentences } from '../middleware/on-error'
import { recognise, signedInIfAny } from '../middleware/participant'
import { assertWithinLimit } from '../middleware/rate-limit'
import { getComment } from '../services/comments/get-comment'
import { listComments } from '../services/comments/list-comments'
import { findMembership } from '../services/enterprises/membership'
import { getMeasure } from '../services/plan/get-measure'
import { getPlan } from '../services/plan/get-plan'
import { readRevisions } from '../services/plan-revisions/read-revision'
import { searchPlanAndComments } from '../services/search/search-plan-and-comments'
import { isShownInForm, readAddress, readForm, withoutEmpty } from './read-input'
import { show } from './show'

export const readingPages = new Hono<HonoEnv>()
  .get('/', async (c) => show(c, { view: 'home', plan: await getPlan(c.var.ctx) }))
  .get('/measures/:key', async (c) => {
    const { ctx } = c.var
    const key = readAddress(measureKeySchema, c.req.param('key'))
    const { revision: asked, ...query } = withoutEmpty(c.req.query())
    const filter = readAddress(commentsQuerySchema, query)
    const revision = asked === undefined ? undefined : readAddress(revisionNumberSchema, asked)
    const [plan, measure, comments] = await Promise.all([
      getPlan(ctx),
      getMeasure(ctx, key, revision),
      listComments(ctx, key, filter),
    ])
    const isMember = (await recognise(c)) && (await findMembership(c.var.ctx)) !== null
    return show(c, { view: 'measure', plan, measure, comments, filter, isMember })
  })
  .get('/comments/:publicId', signedInIfAny, async (c) => {
    const publicId = readAddress(publicIdSchema, c.req.param('publicId'))
    const context = await getComment(c.var.ctx, publicId, c.req.query('after'))
    const { key, isCurrent } = context.consultation
    const asked = c.var.ctx.consultation
    if (asked === null ? !isCurrent : asked !== key)
      return c.redirect(`${baseOf(isCurrent ? null : key)}${c.req.path}${new URL(c.req.url).search}`, 302)
    return show(c, { view: 'comment', context })
  })
  .get('/revisions', async (c) => show(c, { view: 'revisions', revisions: await readRevisions(c.var.ctx) }))
  .get('/search', async (c) => {
    const query = c.req.query('q') ?? ''
    const blank = { view: 'search', query, result: null, errors: {}, refusal: null } as const
    if (query.trim() === '') return show(c, blank)
    const number = normalizePublicId(query)
    if (publicIdPattern.test(number)) return c.redirect(`/comments/${number}`, 303)
    const input = readForm(searchQuerySchema, withoutEmpty(c.req.query()))
    if (!input.ok) return show(c, { ...blank, errors: fieldSentences(input.fields, c.var.language) }, 422)
    try {
      await assertWithinLimit(c, 'SEARCH_LIMIT')
      return show(c, { ...blank, result: await searchPlanAndComments(c.var.ctx, input.output) })
    } catch (error) {
      if (!isShownInForm(error)) throw error
      return show(c, { ...blank, refusal: error.code }, error.code === 'rate_limited' ? 429 : 400)
    }
  })
