import type { Context } from 'hono'
import type { PublicPage } from '../../web/page'
import type { HonoEnv } from '../hono-env'
import { nothingWrong } from './form-act'

type SignInPage = Extract<PublicPage, { view: 'account-sign-in' }>

export function signInPage(c: Context<HonoEnv>, more: Partial<SignInPage>): SignInPage {
  const hasSignOn = c.var.deps.config.signOn !== null
  return {
    ...{ view: 'account-sign-in', email: '', next: '', notice: null, kept: null, hasSignOn },
    ...nothingWrong,
    ...more,
  }
}
