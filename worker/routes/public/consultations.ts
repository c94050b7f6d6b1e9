import { Hono } from 'hono'
import { consultationListSchema } from '../../contract/consultations'
import type { HonoEnv } from '../../hono-env'
import { listConsultations } from '../../services/consultations/list-consultations'
import { describe } from '../describe'

export const consultationListRoutes = new Hono<HonoEnv>().get(
  '/consultations',
  describe({
    summary: 'All consultations: open, upcoming, closed, answered; the API of each is at /api/c/<key>',
    ok: { schema: consultationListSchema },
  }),
  async (c) => c.json(await listConsultations(c.var.ctx)),
)
