import { Hono } from 'hono'
import type { HonoEnv } from '../../hono-env'
import { commentRoutes } from './comments'
import { healthRoutes } from './health'
import { moderationLogRoutes } from './moderation-log'
import { planRoutes } from './plan'
import { searchRoutes } from './search'
import { transparencyRoutes } from './transparency'

export const publicRoutes = new Hono<HonoEnv>()
  .route('/', healthRoutes)
  .route('/', planRoutes)
  .route('/', commentRoutes)
  .route('/', searchRoutes)
  .route('/', transparencyRoutes)
  .route('/', moderationLogRoutes)
