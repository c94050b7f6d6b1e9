import { createMiddleware } from 'hono/factory'
import type { HonoEnv } from '../hono-env'

const policy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' data:`,
  `connect-src 'self'`,
  `worker-src 'self'`,
  `manifest-src 'self'`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

/** A stricter policy that an answer brings stays. */
export const securityHeaders = createMiddleware<HonoEnv>(async (c, next) => {
  await next()
  if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', policy)
  c.header('x-content-type-options', 'nosniff')
  c.header('referrer-policy', 'same-origin')
  c.header('permissions-policy', 'camera=(), geolocation=(), microphone=()')
  if (c.req.url.startsWith('https:')) c.header('strict-transport-security', 'max-age=31536000')
})
