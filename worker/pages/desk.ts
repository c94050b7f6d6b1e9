import { Hono } from 'hono'
import { renderDesk } from '../../web/render'
import type { HonoEnv } from '../hono-env'
import { findConsultationKey } from '../services/consultations/find-key'
import { frameOf } from './show'

/** The shell of the moderators' and staff's application; what it shows comes through the guarded API, of the consultation that it was opened for, or of the current one. */
export const deskPages = new Hono<HonoEnv>().on('GET', ['/desk', '/desk/*'], async (c) => {
  c.header('cache-control', 'private, no-cache')
  const consultation = await findConsultationKey(c.var.ctx).catch(() => null)
  return c.html(renderDesk({ ...frameOf(c), consultation }))
})
