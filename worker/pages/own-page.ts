import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { baseOf, readAddressOf } from '../contract/addresses'
import type { HonoEnv } from '../hono-env'
import { recognise } from '../middleware/participant'
import { passOn, visitOf } from '../middleware/session'
import { renewSession } from '../services/accounts/renew-session'

/** Pages for participants who are signed in; everybody else is led to sign-in and comes back. */
export const ownPage = createMiddleware<HonoEnv>(async (c, next) => {
  if (!(await recognise(c))) return c.redirect(signInAddress(c), 303)
  if (c.var.session.isDue && c.req.method === 'GET') passOn(c, await renewSession(c.var.ctx, visitOf(c)))
  await next()
  return
})

function signInAddress(c: Context<HonoEnv>): string {
  const { pathname, search } = new URL(c.req.url)
  const page = c.req.method === 'GET' ? pathname + search : pageOfAct(pathname)
  return `/account/sign-in?next=${encodeURIComponent(page)}`
}

/** Where an act is done: what was typed is lost, its page is not. */
function pageOfAct(pathname: string): string {
  const { consultation, path } = readAddressOf(pathname)
  return baseOf(consultation) + (/^\/(comments\/[^/]+|enterprise\/response|[^/]+)/.exec(path)?.[0] ?? '')
}

/** A page of this site to go on to; the account where none or another site is named. */
export function nextPage(asked: string | undefined): string {
  const here = 'https://here.invalid'
  const url = asked?.startsWith('/') && URL.canParse(asked, here) ? new URL(asked, here) : null
  return url?.origin === here ? `/${url.pathname.replace(/^\/+/, '')}${url.search}` : '/account'
}

/** Whether links can be mailed: a mail server and the site's own address are both set. */
export const canMailLinks = (c: Context<HonoEnv>): boolean =>
  c.var.deps.config.mail !== null && c.var.deps.config.publicOrigin !== undefined
