import { Hono } from 'hono'
import {
  batchCountSchema,
  batchSchema,
  batchViewSchema,
  countBatchSchema,
} from '../../contract/moderation/batches'
import type { HonoEnv } from '../../hono-env'
import { errorBody } from '../../middleware/on-error'
import { validate } from '../../middleware/validate'
import { countBatch } from '../../services/moderation/batches/count-batch'
import { stageBatch } from '../../services/moderation/batches/stage-batch'
import { describe } from '../describe'

const errors = [
  'bad_json',
  'unsupported_media_type',
  'unauthenticated',
  'forbidden',
  'wrong_origin',
  'invalid_input',
] as const

/** One decision on many. */
export const batchRoutes = new Hono<HonoEnv>()
  .post(
    '/batches/count',
    describe({
      summary: 'How many a selection holds, and a sample, before anything is decided',
      ok: { schema: batchCountSchema },
      errors: [...errors],
    }),
    validate('json', countBatchSchema),
    async (c) => c.json(await countBatch(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/batches',
    describe({
      summary: 'Decide what was counted, each in a transaction of its own; one grace for all',
      ok: { schema: batchViewSchema },
      errors: [...errors],
    }),
    validate('json', batchSchema),
    async (c) => {
      const { ctx, language } = c.var
      const { batchId, staged, refused, effectiveAt } = await stageBatch(ctx, c.req.valid('json'))
      return c.json({
        batchId,
        staged,
        refused: refused.map(({ publicId, error }) => {
          const { code, message } = errorBody(error, language, ctx.requestId).error
          return { publicId, code, message }
        }),
        effectiveAt: effectiveAt.toISOString(),
      })
    },
  )
