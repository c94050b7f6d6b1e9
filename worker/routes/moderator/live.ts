import { Hono } from 'hono'
import { assertRole } from '../../context'
import { AppError } from '../../errors'
import { type HonoEnv, visitorHeader } from '../../hono-env'
import { describe } from '../describe'

/** The WebSocket over which a workbench hears of news; what it missed it is told at once, from `after` on. */
export const liveRoutes = new Hono<HonoEnv>().get(
  '/live',
  describe({
    summary:
      'News of the desk as they happen, over a WebSocket; `?after=` names the last event that is known',
    ok: { upgrade: 'websocket' },
    errors: ['unauthenticated', 'forbidden', 'wrong_origin', 'upgrade_required'],
  }),
  async (c) => {
    if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') throw new AppError('upgrade_required')
    const origin = c.req.header('origin')
    const isOwn = !origin || (URL.canParse(origin) && new URL(origin).host === new URL(c.req.url).host)
    if (!isOwn) throw new AppError('wrong_origin')
    const { id } = assertRole(c.var.ctx, 'moderator')
    const headers = new Headers(c.req.raw.headers)
    headers.set(visitorHeader, id)
    return c.var.deps.desk.connect(new Request(c.req.raw, { headers }))
  },
)
