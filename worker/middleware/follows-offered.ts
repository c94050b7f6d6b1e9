import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'

/** Whether this site can send the mails that following needs, with links to itself. */
export const offersFollows = (c: Context<HonoEnv>): boolean => {
  const { mail, publicOrigin } = c.var.deps.config
  return mail !== null && publicOrigin !== undefined
}

export const followsOffered = createMiddleware<HonoEnv>(async (c, next) => {
  if (!offersFollows(c)) throw new AppError('mail_unavailable')
  await next()
})
