import { Hono } from 'hono'
import type { HonoEnv } from '../hono-env'
import { listConsultations } from '../services/consultations/list-consultations'
import { show } from './show'

/** All consultations, by how far they have come. */
export const consultationPages = new Hono<HonoEnv>().get('/consultations', async (c) =>
  show(c, { view: 'consultations', list: await listConsultations(c.var.ctx) }),
)
