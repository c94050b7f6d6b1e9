import { Hono } from 'hono'
import type { HonoEnv } from '../../hono-env'
import { decisionRoutes } from './decisions'
import { queueRoutes } from './queue'

export const moderatorRoutes = new Hono<HonoEnv>().route('/', queueRoutes).route('/', decisionRoutes)
