import { createMiddleware } from 'hono/factory'
import { assertRole } from '../context'
import type { Role } from '../contract/words'
import type { HonoEnv } from '../hono-env'

/** Lets in signed-in users of these roles (administrators always) and makes them the actor. */
export const guard = (...roles: Role[]) =>
  createMiddleware<HonoEnv>(async (c, next) => {
    const { deps, ctx } = c.var
    const { createAuth } = await import('../services/accounts/auth')
    const auth = createAuth(ctx.db, deps.config.secret, new URL(c.req.url).origin)
    const session = await auth.api.getSession({ headers: c.req.raw.headers })
    if (session) {
      const { id, name, role } = session.user
      c.set('ctx', { ...ctx, actor: { kind: 'user', id, name, role: role as Role } })
    }
    assertRole(c.var.ctx, ...roles)
    await next()
    c.header('cache-control', 'no-store')
  })
