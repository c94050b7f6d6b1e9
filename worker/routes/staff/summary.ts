import { Hono } from 'hono'
import { summaryViewSchema } from '../../contract/staff'
import type { HonoEnv } from '../../hono-env'
import { getSummary } from '../../services/summary/get-summary'
import { describe } from '../describe'

export const summaryRoutes = new Hono<HonoEnv>().get(
  '/summary',
  describe({
    summary: 'What was received on each measure, by state, kind and stance',
    ok: { schema: summaryViewSchema },
    errors: ['unauthenticated', 'forbidden'],
  }),
  async (c) => c.json(await getSummary(c.var.ctx)),
)
