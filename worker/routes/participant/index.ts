import { Hono } from 'hono'
import type { HonoEnv } from '../../hono-env'
import { authRoutes } from './auth'
import { challengeRoutes } from './challenge'
import { submissionRoutes } from './comments'
import { invitationRoutes } from './invitations'
import { receiptRoutes } from './receipts'

export const participantRoutes = new Hono<HonoEnv>()
  .route('/', challengeRoutes)
  .route('/', submissionRoutes)
  .route('/', receiptRoutes)
  .route('/', authRoutes)
  .route('/', invitationRoutes)
