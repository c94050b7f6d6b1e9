import { Hono } from 'hono'
import { healthViewSchema } from '../../contract/health'
import type { HonoEnv } from '../../hono-env'
import { checkHealth } from '../../services/health/check-health'
import { describe } from '../describe'

export const healthRoutes = new Hono<HonoEnv>().get(
  '/health',
  describe({
    summary: 'Whether the service and its database answer',
    ok: { schema: healthViewSchema },
    errors: ['database_unavailable'],
  }),
  async (c) => c.json(await checkHealth(c.var.ctx)),
)
