import { Hono } from 'hono'
import { gateViewSchema, publishResultSchema } from '../../contract/results'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { publishResult } from '../../services/results/publish-result'
import { readGate } from '../../services/results/read-gate'
import { describe } from '../describe'

/** The closing gate. */
export const resultStaffRoutes = new Hono<HonoEnv>()
  .get(
    '/gate',
    describe({
      summary: 'How far the result is from being published, and what is in its way',
      ok: { schema: gateViewSchema },
      errors: ['unauthenticated', 'forbidden', 'not_found'],
    }),
    async (c) => c.json(await readGate(c.var.ctx)),
  )
  .post(
    '/results',
    describe({
      summary:
        'Publish the result, by the head of a unit or an administrator; with something left to do only by an administrator, for a reason that is printed',
      ok: { schema: gateViewSchema },
      errors: [
        'bad_json',
        'unsupported_media_type',
        'unauthenticated',
        'forbidden',
        'wrong_origin',
        'invalid_input',
        'head_required',
        'gate_closed',
        'counts_changed',
        'already_published',
      ],
    }),
    validate('json', publishResultSchema),
    async (c) => c.json(await publishResult(c.var.ctx, c.req.valid('json'))),
  )
