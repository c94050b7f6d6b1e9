import { type Context, Hono } from 'hono'
import type { PublicPage } from '../../web/page'
import { ownNameSchema } from '../contract/participants'
import { passwordChangeSchema } from '../contract/people'
import type { HonoEnv } from '../hono-env'
import { assertWithinLimit } from '../middleware/rate-limit'
import { passOn, visitOf } from '../middleware/session'
import { askAuth } from '../services/accounts/ask-auth'
import { changePassword } from '../services/accounts/change-password'
import { getOwnEnterprise } from '../services/enterprises/get-enterprise'
import { changeName } from '../services/participants/change-name'
import { getParticipant } from '../services/participants/get-participant'
import { readNotice } from '../services/participants/read-notice'
import { attempt, attemptForm, isRefused, nothingWrong, pick, statusOf } from './form-act'
import { canMailLinks, ownPage } from './own-page'
import { readFields } from './read-input'
import { show } from './show'

type AccountPage = Extract<PublicPage, { view: 'account' }>

const told = ['saved', 'passwordChanged'] as const

/** A participant's own account. */
export const accountPages = new Hono<HonoEnv>()
  .get('/account', ownPage, (c) => showAccount(c))
  .post('/account/name', ownPage, async (c) => {
    const typed = pick(await readFields(c), 'name')
    const refused = await attemptForm(c, ownNameSchema, typed, ({ name }) => changeName(c.var.ctx, name))
    return refused
      ? showAccount(c, { ...refused, changing: 'name', typed })
      : c.redirect('/account?done=saved', 303)
  })
  .post('/account/change-password', ownPage, async (c) => {
    const typed = pick(await readFields(c), 'current', 'password')
    const refused = await attemptForm(c, passwordChangeSchema, typed, async (input) => {
      await assertWithinLimit(c, 'SIGN_IN_LIMIT')
      await changePassword(c.var.ctx, c.var.session.id, input)
    })
    return refused
      ? showAccount(c, { ...refused, changing: 'password' })
      : c.redirect('/account?done=passwordChanged', 303)
  })
  .post('/account/notice', ownPage, async (c) => {
    const { version } = pick(await readFields(c), 'version')
    await attempt(c, () => readNotice(c.var.ctx, Number.parseInt(version, 10) || 0))
    return c.redirect('/account', 303)
  })
  .post('/account/sign-out', async (c) => {
    await readFields(c)
    const { cookies } = await askAuth(c.var.ctx, visitOf(c), 'sign-out', {})
    passOn(c, cookies)
    return c.redirect('/', 303)
  })

async function showAccount(c: Context<HonoEnv>, more: Partial<AccountPage> = {}): Promise<Response> {
  const [account, own] = await Promise.all([getParticipant(c.var.ctx), getOwnEnterprise(c.var.ctx)])
  const page: AccountPage = {
    view: 'account',
    account,
    enterprise: own.enterprise,
    request: own.request,
    done: told.find((each) => each === c.req.query('done')) ?? null,
    isMailed: canMailLinks(c),
    hasSignOn: c.var.deps.config.signOn !== null,
    changing: null,
    typed: {},
    ...nothingWrong,
    ...more,
  }
  return show(c, page, isRefused(page) ? statusOf(page) : 200)
}
