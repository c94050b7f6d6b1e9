import { Hono } from 'hono'
import { contactMonthsSchema, privacyDeskSchema, publishNoticeSchema } from '../../contract/privacy'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { changeContactMonths } from '../../services/privacy/change-contact-months'
import { publishNotice } from '../../services/privacy/publish-notice'
import { readPrivacyDesk } from '../../services/privacy/read-privacy-desk'
import { describe } from '../describe'
import { refusals } from './refusals'

/** The privacy notice, how long contacts are kept, and what was deleted when its time was over. */
export const privacyRoutes = new Hono<HonoEnv>()
  .get(
    '/privacy',
    describe({
      summary: 'The versions of the privacy notice, how long contacts are kept, and what was deleted lately',
      ok: { schema: privacyDeskSchema },
      errors: ['unauthenticated', 'forbidden'],
    }),
    async (c) => c.json(await readPrivacyDesk(c.var.ctx)),
  )
  .post(
    '/privacy/notices',
    describe({
      summary: 'Publish a new version of the privacy notice; earlier ones stay readable',
      ok: { schema: privacyDeskSchema },
      errors: [...refusals, 'notice_changed'],
    }),
    validate('json', publishNoticeSchema),
    async (c) => c.json(await publishNotice(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/privacy/contact-months',
    describe({
      summary:
        'Say for how many months after closing this consultation keeps contacts; never longer than was promised',
      ok: { schema: privacyDeskSchema },
      errors: [...refusals, 'contact_period_promised'],
    }),
    validate('json', contactMonthsSchema),
    async (c) => c.json(await changeContactMonths(c.var.ctx, c.req.valid('json').contactMonths)),
  )
