import { Hono } from 'hono'
import {
  delayNoticesViewSchema,
  delayNoticeViewSchema,
  newDelayNoticeSchema,
} from '../../contract/delay-notices'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { listDelayNotices } from '../../services/notices/list-delay-notices'
import { sendDelayNotice } from '../../services/notices/send-delay-notice'
import { describe } from '../describe'

/** What those are told who wait longer than was promised. */
export const delayNoticeRoutes = new Hono<HonoEnv>()
  .get(
    '/delay-notices',
    describe({
      summary: 'How many a notice of delay would reach, and the last ones',
      ok: { schema: delayNoticesViewSchema },
      errors: ['unauthenticated', 'forbidden'],
    }),
    async (c) => c.json(await listDelayNotices(c.var.ctx)),
  )
  .post(
    '/delay-notices',
    describe({
      summary: 'Tell all whose comments wait of a delay, on their receipts and by mail',
      ok: { schema: delayNoticeViewSchema },
      errors: [
        'bad_json',
        'unsupported_media_type',
        'unauthenticated',
        'forbidden',
        'wrong_origin',
        'invalid_input',
      ],
    }),
    validate('json', newDelayNoticeSchema),
    async (c) => c.json(await sendDelayNotice(c.var.ctx, c.req.valid('json'))),
  )
