import { createMiddleware } from 'hono/factory'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'

/**
 * For what is put on record when it is read: somebody asks for it on a page of this site, or a program does. A link elsewhere and a
 * browser that reads ahead are refused, or they would have others on record.
 */
export const onPurpose = createMiddleware<HonoEnv>(async (c, next) => {
  const site = c.req.header('sec-fetch-site') ?? 'none'
  const isAhead = ['sec-purpose', 'purpose', 'x-moz'].some((name) =>
    /prefetch|prerender/.test(c.req.header(name) ?? ''),
  )
  if (isAhead || (site !== 'same-origin' && site !== 'none')) throw new AppError('opened_from_elsewhere')
  await next()
})
