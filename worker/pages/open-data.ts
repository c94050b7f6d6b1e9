import { Hono } from 'hono'
import type { HonoEnv } from '../hono-env'
import { getOpenData } from '../services/exports/open-data/get-open-data'
import { show } from './show'

/** What anybody may take away, and what is in it. */
export const openDataPages = new Hono<HonoEnv>().get('/open-data', async (c) =>
  show(c, { view: 'open-data', data: await getOpenData(c.var.ctx) }),
)
