import { Hono } from 'hono'
import * as v from 'valibot'
import { measureKeySchema } from '../../contract/comments'
import { fieldCode } from '../../contract/errors'
import { measureViewSchema, planViewSchema } from '../../contract/plan'
import { revisionNumberSchema } from '../../contract/revisions'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { getMeasure } from '../../services/plan/get-measure'
import { getPlan } from '../../services/plan/get-plan'
import { describe } from '../describe'

export const planRoutes = new Hono<HonoEnv>()
  .get(
    '/plan',
    describe({ summary: 'The current plan with its public counts', ok: { schema: planViewSchema } }),
    async (c) => c.json(await getPlan(c.var.ctx)),
  )
  .get(
    '/measures/:key',
    describe({
      summary:
        'A measure: clauses, targets, baselines, counts, as the plan reads now or at an earlier revision',
      ok: { schema: measureViewSchema },
      errors: ['not_found', 'invalid_input'],
    }),
    validate('param', v.object({ key: measureKeySchema })),
    validate(
      'query',
      v.strictObject({ revision: v.optional(revisionNumberSchema) }, fieldCode('unknown_key')),
    ),
    async (c) => c.json(await getMeasure(c.var.ctx, c.req.valid('param').key, c.req.valid('query').revision)),
  )
