import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { assertParticipant } from '../context'
import type { HonoEnv } from '../hono-env'
import { readSession } from './session'

/** Lets in participants who are signed in and makes them the actor; the office's people are refused. */
export const participantOnly = createMiddleware<HonoEnv>(async (c, next) => {
  const session = await readSession(c)
  if (session) {
    c.set('session', session)
    c.set('ctx', { ...c.var.ctx, actor: session.user })
  }
  assertParticipant(c.var.ctx)
  await next()
  c.header('cache-control', 'no-store')
})

/** Makes a participant who is signed in the actor; everybody else stays nobody. Without the cookie it costs nothing. */
export const signedInIfAny = createMiddleware<HonoEnv>(async (c, next) => {
  await recognise(c)
  await next()
})

/** The same for handlers that know only later whether it matters. */
export async function recognise(c: Context<HonoEnv>): Promise<boolean> {
  const session = await readSession(c)
  if (session?.user.role !== 'participant') return false
  c.set('session', session)
  c.set('ctx', { ...c.var.ctx, actor: session.user })
  return true
}
