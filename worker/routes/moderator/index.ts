import { Hono } from 'hono'
import type { HonoEnv } from '../../hono-env'
import { decisionRoutes } from './decisions'
import { liveRoutes } from './live'
import { queueRoutes } from './queue'
import { settingsRoutes } from './settings'

export const moderatorRoutes = new Hono<HonoEnv>()
  .route('/', queueRoutes)
  .route('/', decisionRoutes)
  .route('/', liveRoutes)
  .route('/', settingsRoutes)
