import { createMiddleware } from 'hono/factory'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'

/** A write that a browser sends from another site is refused; programs send no Origin and are let through. */
export const sameOrigin = createMiddleware<HonoEnv>(async (c, next) => {
  if (!['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) {
    const origin = c.req.header('origin')
    const isForeign = origin !== undefined && hostOf(origin) !== new URL(c.req.url).host
    if (isForeign || c.req.header('sec-fetch-site') === 'cross-site') throw new AppError('wrong_origin')
  }
  await next()
})

/** Hosts are compared without their scheme: a proxy in front may have ended TLS. */
function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}
