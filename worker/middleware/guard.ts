import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { assertRole } from '../context'
import { officeRoles, type Role } from '../contract/words'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'
import { readSession } from './session'

/** Lets in signed-in users of these roles (administrators always) and makes them the actor. */
export const guard = (...allowed: Role[]) =>
  createMiddleware<HonoEnv>(async (c, next) => {
    await admit(c, allowed)
    if (c.var.deps.config.requiresSecondFactor && !c.var.session.hasSecondFactor)
      throw new AppError('second_factor_required')
    await next()
    c.header('cache-control', 'no-store')
  })

/** Lets in whoever of the office is signed in, to their own account: also those who have yet to turn their second factor on. */
export const ownAccount = createMiddleware<HonoEnv>(async (c, next) => {
  await admit(c, officeRoles)
  await next()
  c.header('cache-control', 'no-store')
})

async function admit(c: Context<HonoEnv>, allowed: readonly Role[]): Promise<void> {
  const session = await readSession(c)
  if (session) {
    c.set('session', session)
    c.set('ctx', { ...c.var.ctx, actor: session.user })
  }
  assertRole(c.var.ctx, ...allowed)
}
