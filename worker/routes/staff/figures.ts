import { Hono } from 'hono'
import {
  crosstabQuerySchema,
  crosstabViewSchema,
  figuresQuerySchema,
  figuresViewSchema,
} from '../../contract/figures'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { readCrosstab } from '../../services/figures/read-crosstab'
import { readFigures } from '../../services/figures/read-figures'
import { describe } from '../describe'

export const figureRoutes = new Hono<HonoEnv>()
  .get(
    '/figures',
    describe({
      summary: 'What all accepted comments say, of one measure or of all; small counts are hidden',
      ok: { schema: figuresViewSchema },
      errors: ['unauthenticated', 'forbidden', 'invalid_input', 'not_found'],
    }),
    validate('query', figuresQuerySchema),
    async (c) => c.json(await readFigures(c.var.ctx, 'staff', c.req.valid('query'))),
  )
  .get(
    '/figures/crosstab',
    describe({
      summary: 'Two dimensions of the accepted comments against each other, with χ² and Cramér’s V',
      ok: { schema: crosstabViewSchema },
      errors: ['unauthenticated', 'forbidden', 'invalid_input', 'not_found'],
    }),
    validate('query', crosstabQuerySchema),
    async (c) => c.json(await readCrosstab(c.var.ctx, c.req.valid('query'))),
  )
