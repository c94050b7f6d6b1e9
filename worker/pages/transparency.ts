import { Hono } from 'hono'
import type { HonoEnv } from '../hono-env'
import { listHeads } from '../services/transparency/list-heads'
import { show } from './show'

const recent = 10

/** What is sealed, and how anybody can check it. */
export const transparencyPages = new Hono<HonoEnv>().get('/transparency', async (c) =>
  show(c, { view: 'transparency', heads: await listHeads(c.var.ctx, { limit: recent }) }),
)
