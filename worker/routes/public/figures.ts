import { Hono } from 'hono'
import { figuresViewSchema } from '../../contract/figures'
import type { HonoEnv } from '../../hono-env'
import { readFigures } from '../../services/figures/read-figures'
import { describe } from '../describe'

export const publicFigureRoutes = new Hono<HonoEnv>().get(
  '/figures',
  describe({
    summary: 'What the published comments say, by all that they are counted by; small counts are hidden',
    ok: { schema: figuresViewSchema },
  }),
  async (c) => c.json(await readFigures(c.var.ctx, 'public')),
)
