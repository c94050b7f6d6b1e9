import { Hono } from 'hono'
import {
  moderationFiguresSchema,
  moderationLogQuerySchema,
  moderationLogSchema,
  policySchema,
} from '../../contract/moderation-log'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { readModerationFigures } from '../../services/moderation-log/read-moderation-figures'
import { readModerationLog } from '../../services/moderation-log/read-moderation-log'
import { readPolicy } from '../../services/moderation-log/read-policy'
import { describe } from '../describe'

export const moderationLogRoutes = new Hono<HonoEnv>()
  .get(
    '/moderation-log',
    describe({
      summary: 'What moderators decided and why, newest first, without names',
      ok: { schema: moderationLogSchema },
      errors: ['invalid_input', 'invalid_cursor'],
    }),
    validate('query', moderationLogQuerySchema),
    async (c) => c.json(await readModerationLog(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/moderation-figures',
    describe({ summary: 'Monthly figures of moderation', ok: { schema: moderationFiguresSchema } }),
    async (c) => c.json(await readModerationFigures(c.var.ctx)),
  )
  .get(
    '/moderation-policy',
    describe({ summary: 'The rules that moderators go by, with every reason', ok: { schema: policySchema } }),
    async (c) => c.json(await readPolicy(c.var.ctx)),
  )
