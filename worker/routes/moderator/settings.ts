import { Hono } from 'hono'
import { deadlinesSchema, moderationSettingsSchema } from '../../contract/settings'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { readDeadlines } from '../../services/deadlines/read-deadlines'
import { changeModerationSettings } from '../../services/settings/change-moderation-settings'
import { getModerationSettings } from '../../services/settings/get-moderation-settings'
import { describe } from '../describe'

/** How this consultation is moderated, and whether it keeps its promise. */
export const settingsRoutes = new Hono<HonoEnv>()
  .get(
    '/deadlines',
    describe({
      summary: 'What waits by the day it is due, and the pace',
      ok: { schema: deadlinesSchema },
      errors: ['unauthenticated', 'forbidden'],
    }),
    async (c) => c.json(await readDeadlines(c.var.ctx)),
  )
  .get(
    '/settings',
    describe({
      summary: 'How this consultation is moderated',
      ok: { schema: moderationSettingsSchema },
      errors: ['unauthenticated', 'forbidden', 'not_found'],
    }),
    async (c) => c.json(await getModerationSettings(c.var.ctx)),
  )
  .post(
    '/settings',
    describe({
      summary: 'Change how this consultation is moderated, from the next decision on',
      ok: { schema: moderationSettingsSchema },
      errors: [
        'bad_json',
        'unsupported_media_type',
        'unauthenticated',
        'forbidden',
        'wrong_origin',
        'invalid_input',
        'not_found',
      ],
    }),
    validate('json', moderationSettingsSchema),
    async (c) => c.json(await changeModerationSettings(c.var.ctx, c.req.valid('json'))),
  )
