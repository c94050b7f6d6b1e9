import { Hono } from 'hono'
import type { HonoEnv } from '../../hono-env'
import { attachmentModeratorRoutes } from './attachments'
import { batchRoutes } from './batches'
import { decisionRoutes } from './decisions'
import { delayNoticeRoutes } from './delay-notices'
import { deskRoutes } from './desk'
import { liveRoutes } from './live'
import { queueRoutes } from './queue'
import { settingsRoutes } from './settings'
import { undeliveredMailRoutes } from './undelivered-mails'

export const moderatorRoutes = new Hono<HonoEnv>()
  .route('/', queueRoutes)
  .route('/', attachmentModeratorRoutes)
  .route('/', deskRoutes)
  .route('/', decisionRoutes)
  .route('/', batchRoutes)
  .route('/', liveRoutes)
  .route('/', settingsRoutes)
  .route('/', delayNoticeRoutes)
  .route('/', undeliveredMailRoutes)
