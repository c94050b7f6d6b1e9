import { Hono } from 'hono'
import { revisionsViewSchema } from '../../contract/revisions'
import type { HonoEnv } from '../../hono-env'
import { readRevisions } from '../../services/plan-revisions/read-revision'
import { describe } from '../describe'

export const publicRevisionRoutes = new Hono<HonoEnv>().get(
  '/revisions',
  describe({
    summary: 'What the published revisions changed in the plan, and the comments that caused it',
    ok: { schema: revisionsViewSchema },
    errors: ['not_found'],
  }),
  async (c) => c.json(await readRevisions(c.var.ctx)),
)
