import { Hono } from 'hono'
import type { HonoEnv } from '../../hono-env'
import { codebookRoutes } from './coding-codebooks'
import { sampleRoutes } from './coding-samples'
import { suggestionRoutes } from './coding-suggestions'
import { tagRoutes } from './coding-tags'

export const codingRoutes = new Hono<HonoEnv>()
  .route('/', codebookRoutes)
  .route('/', tagRoutes)
  .route('/', suggestionRoutes)
  .route('/', sampleRoutes)
