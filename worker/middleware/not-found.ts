import type { Hono, NotFoundHandler } from 'hono'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'
import { onError } from './on-error'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Assets are looked for last; a known address with another method is told so. */
export const notFound =
  (app: Hono<HonoEnv>): NotFoundHandler<HonoEnv> =>
  async (c) => {
    const { method, path } = c.req
    const allowed = methods.filter((candidate) => answers(app, candidate, path))
    if (allowed.length > 0 && !allowed.includes(method)) {
      c.header('allow', allowed.join(', '))
      return onError(new AppError('method_not_allowed'), c)
    }
    if (!path.startsWith('/api/') && (method === 'GET' || method === 'HEAD')) {
      const asset = await c.var.deps.assets.fetch(c.req.raw)
      if (asset.status !== 404) return new Response(asset.body, asset)
    }
    return onError(new AppError('not_found'), c)
  }

function answers(app: Hono<HonoEnv>, method: string, path: string): boolean {
  const [handlers] = app.router.match(method, path)
  return handlers.some(([[, route]]) => route.method === method)
}
