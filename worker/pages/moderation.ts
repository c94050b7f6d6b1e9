import { Hono } from 'hono'
import { moderationLogQuerySchema } from '../contract/moderation-log'
import type { HonoEnv } from '../hono-env'
import { readModerationFigures } from '../services/moderation-log/read-moderation-figures'
import { readModerationLog } from '../services/moderation-log/read-moderation-log'
import { readPolicy } from '../services/moderation-log/read-policy'
import { readAddress, withoutEmpty } from './read-input'
import { show } from './show'

/** Where moderation says how it decides, and what it decided. */
export const moderationPages = new Hono<HonoEnv>()
  .get('/policy', async (c) => show(c, { view: 'policy', policy: await readPolicy(c.var.ctx) }))
  .get('/moderation-log', async (c) => {
    const query = readAddress(moderationLogQuerySchema, withoutEmpty(c.req.query()))
    const [figures, log] = await Promise.all([
      readModerationFigures(c.var.ctx),
      readModerationLog(c.var.ctx, query),
    ])
    return show(c, { view: 'moderation-log', figures, log, query })
  })
