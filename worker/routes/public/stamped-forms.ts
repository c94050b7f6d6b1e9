import { Hono } from 'hono'
import { formMatchSchema, verifyFormSchema } from '../../contract/stamped-forms'
import type { HonoEnv } from '../../hono-env'
import { rateLimit } from '../../middleware/rate-limit'
import { validate } from '../../middleware/validate'
import { verifyForm } from '../../services/stamped-forms/verify-form'
import { describe } from '../describe'

export const stampedFormRoutes = new Hono<HonoEnv>().get(
  '/verify-form',
  describe({
    summary: 'Whether what stands on a printed form is the text that came in',
    ok: { schema: formMatchSchema },
    errors: ['invalid_input', 'rate_limited'],
  }),
  rateLimit('LOOKUP_LIMIT'),
  validate('query', verifyFormSchema),
  async (c) => c.json(await verifyForm(c.var.ctx, c.req.valid('query'))),
)
