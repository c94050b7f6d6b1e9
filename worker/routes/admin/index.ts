import { Hono } from 'hono'
import type { HonoEnv } from '../../hono-env'
import { consultationRoutes } from './consultations'
import { invitationRoutes } from './invitations'
import { peopleRoutes } from './people'
import { privacyRoutes } from './privacy'

export const adminRoutes = new Hono<HonoEnv>()
  .route('/', peopleRoutes)
  .route('/', invitationRoutes)
  .route('/', consultationRoutes)
  .route('/', privacyRoutes)
