import { Hono } from 'hono'
import * as v from 'valibot'
import { measureKeySchema } from '../../contract/comments'
import { adoptionQuerySchema, measureResultViewSchema, resultViewSchema } from '../../contract/results'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { readMeasureResult } from '../../services/results/read-measure-result'
import { readResult } from '../../services/results/read-result'
import { describe } from '../describe'

export const resultRoutes = new Hono<HonoEnv>()
  .get(
    '/results',
    describe({
      summary:
        'What the consultation came to: figures, and per measure what was adopted; null until published',
      ok: { schema: resultViewSchema },
      errors: ['not_found'],
    }),
    async (c) => c.json(await readResult(c.var.ctx)),
  )
  .get(
    '/results/:key',
    describe({
      summary: 'The adoption table of a measure, with what changed in its text, once the result is published',
      ok: { schema: measureResultViewSchema },
      errors: ['invalid_input', 'invalid_cursor', 'not_found'],
    }),
    validate('param', v.object({ key: measureKeySchema })),
    validate('query', adoptionQuerySchema),
    async (c) => c.json(await readMeasureResult(c.var.ctx, c.req.valid('param').key, c.req.valid('query'))),
  )
