import { Hono } from 'hono'
import type { HonoEnv } from '../../hono-env'
import { commentRoutes } from './comments'
import { consultationListRoutes } from './consultations'
import { evidenceRoutes } from './evidence'
import { publicFigureRoutes } from './figures'
import { healthRoutes } from './health'
import { moderationLogRoutes } from './moderation-log'
import { openDataRoutes } from './open-data'
import { planRoutes } from './plan'
import { resultRoutes } from './results'
import { publicRevisionRoutes } from './revisions'
import { searchRoutes } from './search'
import { stampedFormRoutes } from './stamped-forms'
import { transparencyRoutes } from './transparency'

export const publicRoutes = new Hono<HonoEnv>()
  .route('/', healthRoutes)
  .route('/', planRoutes)
  .route('/', consultationListRoutes)
  .route('/', resultRoutes)
  .route('/', publicRevisionRoutes)
  .route('/', publicFigureRoutes)
  .route('/', commentRoutes)
  .route('/', searchRoutes)
  .route('/', transparencyRoutes)
  .route('/', moderationLogRoutes)
  .route('/', openDataRoutes)
  .route('/', evidenceRoutes)
  .route('/', stampedFormRoutes)
