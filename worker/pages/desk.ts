import { Hono } from 'hono'
import { renderDesk } from '../../web/render'
import type { HonoEnv } from '../hono-env'
import { frameOf } from './show'

/** The shell of the moderators' and staff's application; what it shows comes through the guarded API. */
export const deskPages = new Hono<HonoEnv>().on('GET', ['/desk', '/desk/*'], (c) => {
  c.header('cache-control', 'private, no-cache')
  return c.html(renderDesk(frameOf(c)))
})
