import { Hono } from 'hono'
import {
  stampDecisionSchema,
  stampedListSchema,
  stampedQuerySchema,
  stampParamSchema,
} from '../../contract/stamped-scans'
import type { HonoEnv } from '../../hono-env'
import { onPurpose } from '../../middleware/on-purpose'
import { validate } from '../../middleware/validate'
import { decideScan } from '../../services/stamped-forms/decide-scan'
import { listScans } from '../../services/stamped-forms/list-scans'
import { openScan } from '../../services/stamped-forms/open-scan'
import { describe } from '../describe'
import { sendForeign } from '../download'

/** The stamped papers that organisations uploaded, and whether they bear the text that came in. */
export const stampedScanRoutes = new Hono<HonoEnv>()
  .get(
    '/stamped',
    describe({
      summary:
        'Stamped scans of accepted comments and formal responses by state, each with the text and the hash that it must bear',
      ok: { schema: stampedListSchema },
      errors: ['invalid_input', 'invalid_cursor', 'unauthenticated', 'forbidden'],
    }),
    validate('query', stampedQuerySchema),
    async (c) => c.json(await listScans(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/stamped/:id/file',
    describe({
      summary: 'A stamped scan; that it was opened is recorded',
      ok: { file: 'application/octet-stream' },
      errors: ['unauthenticated', 'forbidden', 'opened_from_elsewhere', 'invalid_input', 'not_found'],
    }),
    onPurpose,
    validate('param', stampParamSchema),
    async (c) => sendForeign(await openScan(c.var.ctx, c.req.valid('param').id)),
  )
  .post(
    '/stamped/:id/decision',
    describe({
      summary: 'Confirm a stamped scan, or send it back for a reason that its author reads on the receipt',
      ok: { schema: stampedListSchema },
      errors: [
        'bad_json',
        'unsupported_media_type',
        'invalid_input',
        'unauthenticated',
        'forbidden',
        'wrong_origin',
        'not_found',
        'stamp_changed',
      ],
    }),
    validate('param', stampParamSchema),
    validate('json', stampDecisionSchema),
    async (c) => {
      await decideScan(c.var.ctx, c.req.valid('param').id, c.req.valid('json'))
      return c.json(await listScans(c.var.ctx, { state: 'submitted' }))
    },
  )
