import { Hono } from 'hono'
import { ordinalParamSchema } from '../../contract/fields'
import { undeliveredMailsSchema } from '../../contract/settings'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { retryMail } from '../../services/outbox/retry-mail'
import { describe } from '../describe'

/** What could not be delivered; the deadline desk shows it. */
export const undeliveredMailRoutes = new Hono<HonoEnv>().post(
  '/undelivered-mails/:id/retry',
  describe({
    summary: 'Try a mail again that was given up; answers what is still undelivered',
    ok: { schema: undeliveredMailsSchema },
    errors: ['unauthenticated', 'forbidden', 'wrong_origin', 'invalid_input', 'not_found'],
  }),
  validate('param', ordinalParamSchema),
  async (c) => c.json(await retryMail(c.var.ctx, c.req.valid('param').id)),
)
