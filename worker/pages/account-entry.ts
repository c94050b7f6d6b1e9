import { type Context, Hono } from 'hono'
import type { PublicPage, Refused, SignInNotice } from '../../web/page'
import {
  newPasswordFormSchema,
  participantSignInSchema,
  passwordLinkSchema,
  signUpSchema,
} from '../contract/participants'
import type { HonoEnv } from '../hono-env'
import { assertWithinLimit } from '../middleware/rate-limit'
import { passOn, readSession, visitOf } from '../middleware/session'
import { getLinkOrThrow } from '../services/participants/account-link'
import { askPasswordLink } from '../services/participants/ask-password-link'
import { choosePassword } from '../services/participants/choose-password'
import { confirmEmail } from '../services/participants/confirm-email'
import { signInParticipant } from '../services/participants/sign-in-participant'
import { signUp } from '../services/participants/sign-up'
import { readPresentNotice } from '../services/privacy/notice-versions'
import { attempt, attemptForm, nothingWrong, noticeSent, pick, statusOf } from './form-act'
import { keptFormOf } from './kept-form'
import { canMailLinks, nextPage } from './own-page'
import { readFields } from './read-input'
import { show } from './show'
import { signInPage } from './sign-in-page'

const told: SignInNotice[] = ['made', 'confirmed', 'password', 'erased', 'failed', 'unavailable']

/** How participants come in: sign-in, sign-up, and the links that are mailed to them. */
export const accountEntryPages = new Hono<HonoEnv>()
  .get('/account/sign-in', async (c) => {
    const session = await readSession(c)
    const next = c.req.query('next')
    if (session?.user.role === 'participant') return c.redirect(nextPage(next), 303)
    const asked = told.find((each) => each === c.req.query('notice'))
    const notice = session ? 'desk' : (asked ?? (next ? 'asked' : null))
    return show(c, signInPage(c, { next: next ?? '', notice }))
  })
  .post('/account/sign-in', async (c) => {
    const fields = await readFields(c)
    const { email, password, next } = pick(fields, 'email', 'password', 'next')
    const kept = keptFormOf(fields)
    let cookies: string[] = []
    const refused = await attemptForm(c, participantSignInSchema, { email, password }, async (input) => {
      await assertWithinLimit(c, 'SIGN_IN_LIMIT')
      cookies = await signInParticipant(c.var.ctx, visitOf(c), input, { asksConfirmation: canMailLinks(c) })
    })
    if (refused) return show(c, signInPage(c, { email, next, kept, ...refused }), statusOf(refused))
    passOn(c, cookies)
    return kept ? c.redirect(kept.act, 307) : c.redirect(nextPage(next), 303)
  })
  .get('/account/sign-up', async (c) => {
    const noticeVersion = await readPresentNotice(c.var.ctx)
    return show(
      c,
      signUpPage(c, { name: '', email: '', noticeVersion }, c.req.query('next') ?? '', nothingWrong),
    )
  })
  .post('/account/sign-up', async (c) => {
    const fields = await readFields(c)
    const { next, noticeVersion, ...asked } = pick(
      fields,
      'name',
      'email',
      'password',
      'next',
      'noticeVersion',
    )
    const typed = { ...asked, noticeVersion }
    const refused = await attemptForm(c, signUpSchema, { ...asked, ...noticeSent(typed) }, async (input) => {
      await assertWithinLimit(c, 'SIGN_IN_LIMIT')
      await signUp(c.var.ctx, input)
    })
    if (refused) return show(c, signUpPage(c, typed, next, refused), statusOf(refused))
    if (canMailLinks(c)) return show(c, { view: 'account-sent', what: 'confirm' })
    return c.redirect(`/account/sign-in?notice=made${next && `&next=${encodeURIComponent(next)}`}`, 303)
  })
  .get('/account/confirm', (c) =>
    show(c, { view: 'account-confirm', token: c.req.query('token') ?? '', ...nothingWrong }),
  )
  .post('/account/confirm', async (c) => {
    const { token } = pick(await readFields(c), 'token')
    const refused = await attempt(c, async () => {
      await assertWithinLimit(c, 'SIGN_IN_LIMIT')
      await confirmEmail(c.var.ctx, token)
    })
    if (refused) return show(c, { view: 'account-confirm', token: '', ...refused }, statusOf(refused))
    return c.redirect('/account/sign-in?notice=confirmed', 303)
  })
  .get('/account/password', (c) => show(c, passwordPage(c, null, nothingWrong)))
  .post('/account/password', async (c) => {
    const { email } = pick(await readFields(c), 'email')
    const refused = await attemptForm(c, passwordLinkSchema, { email }, async (input) => {
      await assertWithinLimit(c, 'SIGN_IN_LIMIT')
      await askPasswordLink(c.var.ctx, input.email)
    })
    if (refused) return show(c, { ...passwordPage(c, null, refused), email }, statusOf(refused))
    return show(c, { view: 'account-sent', what: 'password' })
  })
  .get('/account/password/new', async (c) => {
    const token = c.req.query('token') ?? ''
    const refused = await attempt(c, async () => {
      await assertWithinLimit(c, 'LOOKUP_LIMIT')
      await getLinkOrThrow(c.var.ctx, 'password', token)
    })
    if (refused) return show(c, passwordPage(c, null, refused), statusOf(refused))
    return show(c, passwordPage(c, token, nothingWrong))
  })
  .post('/account/password/new', async (c) => {
    const { token, password } = pick(await readFields(c), 'token', 'password')
    const refused = await attemptForm(c, newPasswordFormSchema, { password }, async (input) => {
      await assertWithinLimit(c, 'SIGN_IN_LIMIT')
      await choosePassword(c.var.ctx, token, input.password)
    })
    if (!refused) return c.redirect('/account/sign-in?notice=password', 303)
    const left = refused.refusal === 'link_invalid' ? null : token
    return show(c, passwordPage(c, left, refused), statusOf(refused))
  })

type PageOf<View extends PublicPage['view']> = Extract<PublicPage, { view: View }>

function signUpPage(
  c: Context<HonoEnv>,
  { name, email, noticeVersion }: PageOf<'account-sign-up'>['values'],
  next: string,
  refused: Refused,
): PageOf<'account-sign-up'> {
  return {
    view: 'account-sign-up',
    values: { name, email, noticeVersion },
    next,
    isMailed: canMailLinks(c),
    ...refused,
  }
}

function passwordPage(
  c: Context<HonoEnv>,
  token: string | null,
  refused: Refused,
): PageOf<'account-password'> {
  return { view: 'account-password', token, email: '', isMailed: canMailLinks(c), ...refused }
}
