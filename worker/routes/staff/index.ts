import { Hono } from 'hono'
import type { HonoEnv } from '../../hono-env'
import { exportRoutes } from './exports'
import { summaryRoutes } from './summary'

export const staffRoutes = new Hono<HonoEnv>().route('/', summaryRoutes).route('/', exportRoutes)
