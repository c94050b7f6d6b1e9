import { createMiddleware } from 'hono/factory'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'
import { isKnownConsultation } from '../services/consultations/is-known'

/** An address that names a consultation which there is not names nothing; the page that says so is of the current one. */
export const knownConsultation = createMiddleware<HonoEnv>(async (c, next) => {
  const { ctx } = c.var
  if (ctx.consultation !== null && !(await isKnownConsultation(ctx, ctx.consultation))) {
    c.set('ctx', { ...ctx, consultation: null })
    throw new AppError('not_found')
  }
  await next()
})
