import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { baseOf, readAddressOf } from '../contract/addresses'
import type { HonoEnv } from '../hono-env'
import { recognise } from '../middleware/participant'
import { passOn, visitOf } from '../middleware/session'
import { renewSession } from '../services/accounts/renew-session'
import { keepForm, keptFormOf, typedIn } from './kept-form'
import { readFields } from './read-input'
import { show } from './show'
import { signInPage } from './sign-in-page'

/**
 * Pages for participants who are signed in; everybody else is led to sign-in and comes back. What was typed comes back too: the form
 * is drawn with it, and nothing is done before it is sent once more.
 */
export const ownPage = createMiddleware<HonoEnv>(async (c, next) => {
  const isPost = c.req.method === 'POST'
  const { pathname, search } = new URL(c.req.url)
  if (!(await recognise(c))) {
    const kept = isPost ? await keepForm(c) : null
    if (!kept) return c.redirect(signInAddress(c), 303)
    return show(c, signInPage(c, { next: pageOfAct(pathname), notice: 'kept', kept }), 401)
  }
  const fields = isPost ? await readFields(c) : {}
  if ('kept' in fields) {
    const kept = keptFormOf({ ...fields, act: pathname + search })
    if (!kept) return c.redirect(pageOfAct(pathname), 303)
    c.set('kept', typedIn(kept))
  }
  if (c.var.session.isDue && c.req.method === 'GET') passOn(c, await renewSession(c.var.ctx, visitOf(c)))
  await next()
  return
})

function signInAddress(c: Context<HonoEnv>): string {
  const { pathname, search } = new URL(c.req.url)
  const page = c.req.method === 'GET' ? pathname + search : pageOfAct(pathname)
  return `/account/sign-in?next=${encodeURIComponent(page)}`
}

/** The page on which an act is done. */
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
