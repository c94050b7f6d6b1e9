import { Hono } from 'hono'
import { searchQuerySchema, searchViewSchema } from '../../contract/comments'
import type { HonoEnv } from '../../hono-env'
import { rateLimit } from '../../middleware/rate-limit'
import { validate } from '../../middleware/validate'
import { searchPlanAndComments } from '../../services/search/search-plan-and-comments'
import { describe } from '../describe'

export const searchRoutes = new Hono<HonoEnv>().get(
  '/search',
  describe({
    summary: 'Search over the plan and the public comments, Chinese from one character up',
    ok: { schema: searchViewSchema },
    errors: ['invalid_input', 'invalid_cursor', 'rate_limited'],
  }),
  rateLimit('SEARCH_LIMIT'),
  validate('query', searchQuerySchema),
  async (c) => c.json(await searchPlanAndComments(c.var.ctx, c.req.valid('query'))),
)
