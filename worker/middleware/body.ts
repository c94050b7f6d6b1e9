import { bodyLimit } from 'hono/body-limit'
import { every } from 'hono/combine'
import { createMiddleware } from 'hono/factory'
import { limits } from '../contract/limits'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'

const upTo = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new AppError('body_too_large')
    },
  })
const usual = upTo(limits.requestBytes)
const roomy = upTo(limits.importRequestBytes)

/** Where a file is sent. */
const takesFiles = ['/api/staff/offline/check', '/api/staff/offline/import']

/** Bodies up to 128 KiB, whatever their kind; more only where a file is sent. */
export const bounded = createMiddleware<HonoEnv>((c, next) =>
  (takesFiles.includes(c.req.path) ? roomy : usual)(c, next),
)

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
