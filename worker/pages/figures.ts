import { Hono } from 'hono'
import type { HonoEnv } from '../hono-env'
import { readFigures } from '../services/figures/read-figures'
import { show } from './show'

/** What has been said so far, in figures. */
export const figurePages = new Hono<HonoEnv>().get('/figures', async (c) =>
  show(c, { view: 'figures', figures: await readFigures(c.var.ctx, 'public') }),
)
