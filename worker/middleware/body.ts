import { bodyLimit } from 'hono/body-limit'
import { every } from 'hono/combine'
import { createMiddleware } from 'hono/factory'
import { limits } from '../contract/limits'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'

/** Bodies up to 128 KiB, whatever their kind. */
export const bounded = bodyLimit({
  maxSize: limits.requestBytes,
  onError: () => {
    throw new AppError('body_too_large')
  },
})

/** For the JSON API: writes must say that they are JSON, which no cross-site form can. */
export const jsonOnly = every(
  bounded,
  createMiddleware<HonoEnv>(async (c, next) => {
    const type = c.req.header('content-type') ?? ''
    if (c.req.method === 'POST' && !/^application\/json\b/i.test(type))
      throw new AppError('unsupported_media_type')
    await next()
  }),
)
