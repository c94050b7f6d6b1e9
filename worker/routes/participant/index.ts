import { Hono } from 'hono'
import type { HonoEnv } from '../../hono-env'
import { attachmentRoutes } from './attachments'
import { authRoutes } from './auth'
import { challengeRoutes } from './challenge'
import { submissionRoutes } from './comments'
import { followRoutes } from './follows'
import { invitationRoutes } from './invitations'
import { ownDataRoutes } from './own-data'
import { receiptRoutes } from './receipts'
import { supportRoutes } from './supports'

export const participantRoutes = new Hono<HonoEnv>()
  .route('/', challengeRoutes)
  .route('/', submissionRoutes)
  .route('/', attachmentRoutes)
  .route('/', receiptRoutes)
  .route('/', ownDataRoutes)
  .route('/', supportRoutes)
  .route('/', followRoutes)
  .route('/', authRoutes)
  .route('/', invitationRoutes)
