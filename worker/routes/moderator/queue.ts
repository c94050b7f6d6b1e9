import { Hono } from 'hono'
import { queueQuerySchema, queueViewSchema } from '../../contract/moderation'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { readQueue } from '../../services/moderation/read-queue'
import { describe } from '../describe'

/** What waits, and who has it in hand. */
export const queueRoutes = new Hono<HonoEnv>().get(
  '/queue',
  describe({
    summary: 'What waits for a moderator, longest first',
    ok: { schema: queueViewSchema },
    errors: ['unauthenticated', 'forbidden', 'invalid_input', 'invalid_cursor'],
  }),
  validate('query', queueQuerySchema),
  async (c) => c.json(await readQueue(c.var.ctx, c.req.valid('query'))),
)
