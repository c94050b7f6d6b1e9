import { Hono } from 'hono'
import type { HonoEnv } from '../../hono-env'
import { ownRoutes } from './own'
import { secondFactorRoutes } from './second-factor'

export const accountRoutes = new Hono<HonoEnv>().route('/', ownRoutes).route('/', secondFactorRoutes)
