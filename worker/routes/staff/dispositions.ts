import { Hono } from 'hono'
import * as v from 'valibot'
import { publicIdSchema } from '../../contract/comments'
import {
  caseCountSchema,
  countCasesSchema,
  disposedViewSchema,
  disposeSchema,
  dispositionViewSchema,
} from '../../contract/dispositions'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { countCases } from '../../services/dispositions/count-cases'
import { disposeOf } from '../../services/dispositions/dispose-of'
import { readDisposition } from '../../services/dispositions/read-disposition'
import { describe } from '../describe'
import { presentRefused } from './refused'

const guarded = ['unauthenticated', 'forbidden'] as const
const sent = ['bad_json', 'unsupported_media_type', 'wrong_origin', 'invalid_input'] as const

/** What the department makes of the comments in the plan. */
export const dispositionRoutes = new Hono<HonoEnv>()
  .get(
    '/dispositions/of/:publicId',
    describe({
      summary: 'What was made of a comment, by whom and when, and what may have come of it',
      ok: { schema: dispositionViewSchema },
      errors: [...guarded, 'invalid_input', 'not_found'],
    }),
    validate('param', v.object({ publicId: publicIdSchema })),
    async (c) => c.json(await readDisposition(c.var.ctx, c.req.valid('param').publicId)),
  )
  .post(
    '/dispositions/count',
    describe({
      summary: 'How many comments a selection holds, and which, before they are disposed of',
      ok: { schema: caseCountSchema },
      errors: [...guarded, ...sent],
    }),
    validate('json', countCasesSchema),
    async (c) => c.json(await countCases(c.var.ctx, c.req.valid('json'), 'disposition')),
  )
  .post(
    '/dispositions',
    describe({
      summary: 'Record one disposition for the comments as they were seen; what changed meanwhile is left',
      ok: { schema: disposedViewSchema },
      errors: [...guarded, ...sent, 'not_found', 'case_closed', 'disposition_changed'],
    }),
    validate('json', disposeSchema),
    async (c) => {
      const { disposed, refused } = await disposeOf(c.var.ctx, c.req.valid('json'))
      return c.json({ disposed, refused: presentRefused(c, refused) })
    },
  )
