import { createMiddleware } from 'hono/factory'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'

/** A write that a browser sends from another site is refused; programs send no Origin and are let through. */
export const sameOrigin = createMiddleware<HonoEnv>(async (c, next) => {
  if (!['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) {
    const origin = c.req.header('origin')
    const isForeign = origin !== undefined && origin !== new URL(c.req.url).origin
    if (isForeign || c.req.header('sec-fetch-site') === 'cross-site') throw new AppError('wrong_origin')
  }
  await next()
})
