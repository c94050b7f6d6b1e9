import { type Context, Hono } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import * as v from 'valibot'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'
import { recognise } from '../middleware/participant'
import { assertWithinLimit } from '../middleware/rate-limit'
import { giveSession, originOf } from '../middleware/session'
import { openSession } from '../services/accounts/open-session'
import { enterBySignOn } from '../services/sign-on/enter-by-sign-on'
import { finishSignOn } from '../services/sign-on/finish-sign-on'
import type { SignOnClient } from '../services/sign-on/provider'
import { startSignOn } from '../services/sign-on/start-sign-on'
import { nextPage } from './own-page'

const cookie = 'yanlu.sign_on'
const path = '/account/sign-on'
const minutes = 10

const keptSchema = v.object({
  state: v.string(),
  nonce: v.string(),
  verifier: v.string(),
  next: v.string(),
  /** The account that asked to be linked; null of somebody who signs in. */
  linkTo: v.nullable(v.string()),
})

/** The provincial sign-on: to the provider, and back from it. Links, not forms: no form may lead to another host. */
export const signOnPages = new Hono<HonoEnv>()
  .get('/account/sign-on', async (c) => {
    const client = clientOf(c)
    await assertWithinLimit(c, 'SIGN_IN_LIMIT')
    return orNotice(c, async () => {
      const { address, attempt } = await startSignOn(c.var.ctx, client)
      const linkTo = await asksToLink(c)
      const kept = JSON.stringify({ ...attempt, next: nextPage(c.req.query('next')), linkTo })
      await setSignedCookie(c, cookie, kept, c.var.deps.config.secret, {
        path,
        httpOnly: true,
        sameSite: 'Lax',
        secure: originOf(c).startsWith('https:'),
        maxAge: minutes * 60,
      })
      return c.redirect(address, 303)
    })
  })
  .get('/account/sign-on/callback', async (c) => {
    const client = clientOf(c)
    await assertWithinLimit(c, 'SIGN_IN_LIMIT')
    const kept = await readKept(c)
    deleteCookie(c, cookie, { path })
    return orNotice(c, async () => {
      if (!kept) throw new AppError('sign_on_failed')
      const { next, linkTo, ...attempt } = kept
      const { code, state, iss } = c.req.query()
      const identity = await finishSignOn(c.var.ctx, client, attempt, { code, state, iss })
      if (linkTo !== null) await recognise(c)
      const { id } = await enterBySignOn(c.var.ctx, identity, linkTo)
      await giveSession(c, await openSession(c.var.ctx, id, c.req.header('user-agent') ?? ''))
      return c.redirect(next, 303)
    })
  })

function clientOf(c: Context<HonoEnv>): SignOnClient {
  const { signOn } = c.var.deps.config
  if (!signOn) throw new AppError('not_found')
  return { ...signOn, redirectUri: `${originOf(c)}${path}/callback` }
}

/** Who asks by the link on their account to enter it by the sign-on too; a link on another site asks for nobody. */
async function asksToLink(c: Context<HonoEnv>): Promise<string | null> {
  const isOurs = ['same-origin', undefined].includes(c.req.header('sec-fetch-site'))
  if (c.req.query('link') !== 'yes' || !isOurs || !(await recognise(c))) return null
  const { actor } = c.var.ctx
  return actor.kind === 'user' ? actor.id : null
}

async function readKept(c: Context<HonoEnv>): Promise<v.InferOutput<typeof keptSchema> | null> {
  const text = await getSignedCookie(c, c.var.deps.config.secret, cookie)
  if (!text) return null
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), keptSchema), text)
  return result.success ? result.output : null
}

/** What goes wrong with the provider leads back to sign-in, which says so. */
async function orNotice(c: Context<HonoEnv>, act: () => Promise<Response>): Promise<Response> {
  try {
    return await act()
  } catch (error) {
    const code = error instanceof AppError ? error.code : null
    if (code === 'sign_on_failed') return c.redirect('/account/sign-in?notice=failed', 303)
    if (code === 'sign_on_unavailable') return c.redirect('/account/sign-in?notice=unavailable', 303)
    throw error
  }
}
