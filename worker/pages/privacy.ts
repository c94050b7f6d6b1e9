import { Hono } from 'hono'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'
import { getNotice } from '../services/privacy/get-notice'
import { show } from './show'

/** What is kept of people, why and for how long: the present version, or the one that is asked for. */
export const privacyPages = new Hono<HonoEnv>().get('/privacy', async (c) => {
  const asked = c.req.query('version')
  if (asked !== undefined && !/^[1-9]\d{0,8}$/.test(asked)) throw new AppError('not_found')
  const notice = await getNotice(c.var.ctx, c.var.language, asked === undefined ? null : Number(asked))
  return show(c, { view: 'privacy', notice })
})
