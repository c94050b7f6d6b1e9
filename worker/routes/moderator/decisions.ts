import { Hono } from 'hono'
import { decisionSchema, decisionViewSchema, reasonListSchema } from '../../contract/moderation'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { stageDecision } from '../../services/moderation/stage-decision'
import { listReasons } from '../../services/moderation/list-reasons'
import { describe } from '../describe'

/** What is decided, and what was. */
export const decisionRoutes = new Hono<HonoEnv>()
  .get(
    '/reasons',
    describe({
      summary: 'The reasons a decision can have',
      ok: { schema: reasonListSchema },
      errors: ['unauthenticated', 'forbidden'],
    }),
    async (c) => c.json({ items: await listReasons(c.var.ctx) }),
  )
  .post(
    '/decisions',
    describe({
      summary: 'Publish, return or reject the revision that was read',
      ok: { schema: decisionViewSchema },
      errors: [
        'bad_json',
        'unsupported_media_type',
        'unauthenticated',
        'forbidden',
        'wrong_origin',
        'invalid_input',
        'not_found',
        'already_decided',
        'revision_changed',
      ],
    }),
    validate('json', decisionSchema),
    async (c) => c.json(await stageDecision(c.var.ctx, c.req.valid('json'))),
  )
