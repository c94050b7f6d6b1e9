import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { SessionView, SignInView } from '../../worker/contract/auth'
import type { BackupCodesView, OwnAccountView, SecondFactorOffer } from '../../worker/contract/people'
import { sessions, twoFactors, users } from '../../worker/db/schema'
import { bodyOf, errorOf } from '../support/answers'
import { actionsOn, auditOf } from '../support/audit'
import { testPassword } from '../support/known-keys'
import { codeOf, makeWithSecondFactor, type UserWithSecondFactor } from '../support/make-people'
import { cookiesOf, makeUser, signIn, signInAs, type TestUser } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()

const password = testPassword
const own = (path: string, input: object, as: string) => app.post(`/api/account/${path}`, input, { as })
const firstStep = (user: TestUser) =>
  app.post('/api/auth/sign-in/email', { email: user.email, password: user.password })
const challenge = async (user: TestUser) => cookiesOf(await firstStep(user))
const secondStep = (code: string, as: string) => app.post('/api/auth/sign-in/second-factor', { code }, { as })
const reachesQueue = async (as: string) => (await app.get('/api/moderation/queue', { as })).status
const wrongFor = ({ uri }: UserWithSecondFactor) => {
  const near = [-1, 0, 1].map((periods) => codeOf(uri, periods))
  return ['111111', '222222', '333333', '444444'].find((code) => !near.includes(code)) ?? ''
}

describe('turning the second factor on', () => {
  it('takes the password, then the authenticator’s first code; before that nothing is on', async () => {
    const user = await makeUser(app, 'moderator')
    const as = await signIn(app, user)
    const offer = await bodyOf<SecondFactorOffer>(await own('second-factor', { password }, as))
    expect(new URL(offer.uri).protocol).toBe('otpauth:')
    expect(decodeURIComponent(offer.uri)).toContain(`Yanlu:${user.email}`)
    expect(offer.backupCodes).toHaveLength(10)
    expect(new Set(offer.backupCodes).size).toBe(10)
    expect((await bodyOf<SignInView>(await firstStep(user))).step).toBe('signed_in')
    const other = await signIn(app, user)

    const answer = await own('second-factor/confirm', { code: codeOf(offer.uri) }, as)
    expect(await bodyOf(answer)).toEqual({ isOn: true })
    const renewed = cookiesOf(answer)
    expect(await bodyOf<SessionView>(await app.get('/api/auth/get-session', { as: renewed }))).toMatchObject({
      secondFactor: 'on',
    })
    expect([await reachesQueue(renewed), await reachesQueue(as), await reachesQueue(other)]).toEqual([
      200, 401, 401,
    ])
    expect((await bodyOf<SignInView>(await firstStep(user))).step).toBe('second_factor')
    expect(await actionsOn(app, user.actor.id)).toContain('user.second_factor_on')
  })

  it('keeps neither secret nor backup codes readable in the database', async () => {
    const user = await makeWithSecondFactor(app, 'staff')
    const [row] = await app.db.select().from(twoFactors).where(eq(twoFactors.userId, user.actor.id))
    const secret = new URL(user.uri).searchParams.get('secret') ?? ''
    const stored = JSON.stringify(row)
    expect(row?.isVerified).toBe(true)
    for (const hidden of [secret, ...user.backupCodes]) expect(stored).not.toContain(hidden)
    expect(JSON.stringify(await auditOf(app, user.actor.id))).not.toContain(secret)
  })

  it('is refused with a wrong password, a wrong code or where it is on', async () => {
    const as = await signInAs(app, 'moderator')
    const wrongPassword = await errorOf(await own('second-factor', { password: 'wrong' }, as))
    expect(Object.keys(wrongPassword.fields ?? {})).toEqual(['password'])
    expect((await errorOf(await own('second-factor/confirm', { code: '123456' }, as))).code).toBe(
      'account_changed',
    )
    const { uri } = await bodyOf<SecondFactorOffer>(await own('second-factor', { password }, as))
    const wrong = wrongFor({ uri } as UserWithSecondFactor)
    const wrongCode = await errorOf(await own('second-factor/confirm', { code: wrong }, as))
    expect(Object.keys(wrongCode.fields ?? {})).toEqual(['code'])
    const on = await makeWithSecondFactor(app, 'moderator')
    for (const answer of [
      await own('second-factor', { password }, on.cookie),
      await own('second-factor/confirm', { code: codeOf(on.uri) }, on.cookie),
    ])
      expect((await errorOf(answer)).code).toBe('account_changed')
  })
})

describe('signing in with it', () => {
  it('takes a second step: the password alone opens no session', async () => {
    const user = await makeWithSecondFactor(app, 'moderator')
    const open = () => app.db.select().from(sessions).where(eq(sessions.userId, user.actor.id))
    const before = (await open()).length
    const answer = await firstStep(user)
    expect(await bodyOf<SignInView>(answer)).toEqual({ step: 'second_factor' })
    expect(await reachesQueue(cookiesOf(answer))).toBe(401)
    expect(await open()).toHaveLength(before)
    expect(await auditOf(app, user.actor.id, 'user.signed_in')).toHaveLength(1)

    const { id, name, role } = user.actor
    const in_ = await secondStep(` ${codeOf(user.uri).replace(/(...)/, '$1 ')} `, cookiesOf(answer))
    expect(await bodyOf<SignInView>(in_)).toEqual({
      step: 'signed_in',
      user: { id, name, email: user.email, role },
    })
    expect(await reachesQueue(cookiesOf(in_))).toBe(200)
    expect((await auditOf(app, id, 'user.signed_in')).at(-1)).toMatchObject({ data: { by: 'authenticator' } })
  })

  it('takes no code twice', async () => {
    const user = await makeWithSecondFactor(app, 'moderator')
    const code = codeOf(user.uri)
    expect((await secondStep(code, await challenge(user))).status).toBe(200)
    const again = await secondStep(code, await challenge(user))
    expect((await errorOf(again)).code).toBe('second_factor_failed')
    expect(again.headers.getSetCookie()).toEqual([])
    expect(await app.db.select().from(sessions).where(eq(sessions.userId, user.actor.id))).toHaveLength(2)
    expect((await secondStep(codeOf(user.uri, 1), await challenge(user))).status).toBe(200)
  })

  it('takes each backup code once, as it can be typed', async () => {
    const user = await makeWithSecondFactor(app, 'moderator')
    const [first = '', second = ''] = user.backupCodes
    const answer = await secondStep(first.toUpperCase().replace('-', ' '), await challenge(user))
    expect((await bodyOf<SignInView>(answer)).step).toBe('signed_in')
    expect((await auditOf(app, user.actor.id, 'user.signed_in')).at(-1)).toMatchObject({
      data: { by: 'backup_code' },
    })
    expect((await errorOf(await secondStep(first, await challenge(user)))).code).toBe('second_factor_failed')
    expect((await secondStep(second, await challenge(user))).status).toBe(200)
    const account = await bodyOf<OwnAccountView>(await app.get('/api/account', { as: cookiesOf(answer) }))
    expect(account.secondFactor).toEqual({ isOn: true, isRequired: false, backupCodesLeft: 8 })
  })

  it('allows five wrong codes to one right password', async () => {
    const user = await makeWithSecondFactor(app, 'moderator')
    const cookie = await challenge(user)
    const wrong = wrongFor(user)
    const codes: string[] = []
    for (let tries = 0; tries < 5; tries += 1)
      codes.push((await errorOf(await secondStep(wrong, cookie))).code)
    expect(new Set(codes)).toEqual(new Set(['second_factor_failed']))
    for (const code of [wrong, codeOf(user.uri)])
      expect((await errorOf(await secondStep(code, cookie))).code).toBe('second_factor_expired')
  })

  it('is locked for the account after ten wrong codes in a row, wherever they come from', async () => {
    const user = await makeWithSecondFactor(app, 'moderator')
    const wrong = wrongFor(user)
    for (let round = 0; round < 2; round += 1) {
      const cookie = await challenge(user)
      for (let tries = 0; tries < 5; tries += 1) await secondStep(wrong, cookie)
    }
    const locked = await secondStep(codeOf(user.uri), await challenge(user))
    expect((await errorOf(locked)).code).toBe('second_factor_locked')
    const backup = await secondStep(user.backupCodes[0] ?? '', await challenge(user))
    expect((await errorOf(backup)).code).toBe('second_factor_locked')
    await app.db.run(sql`UPDATE two_factors SET locked_until = 1 WHERE user_id = ${user.actor.id}`)
    expect((await secondStep(codeOf(user.uri), await challenge(user))).status).toBe(200)
  })

  it('is limited per source like the first step', async () => {
    app.limits.allow('SIGN_IN_LIMIT', 1)
    const headers = { 'x-test-address': '203.0.113.9' }
    const guess = () => app.post('/api/auth/sign-in/second-factor', { code: '000000' }, { headers })
    expect((await guess()).status).toBe(401)
    expect((await errorOf(await guess())).code).toBe('rate_limited')
    app.limits.reset()
  })

  it('is worth nothing without the first step, even to whoever is signed in', async () => {
    const user = await makeWithSecondFactor(app, 'moderator')
    for (const cookie of ['', user.cookie, 'yanlu.two_factor=forged.signature'])
      expect((await errorOf(await secondStep(codeOf(user.uri), cookie))).code).toBe('second_factor_expired')
  })

  it('is refused to an account that was disabled between the steps', async () => {
    const user = await makeWithSecondFactor(app, 'moderator')
    const cookie = await challenge(user)
    await app.db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, user.actor.id))
    expect((await errorOf(await secondStep(codeOf(user.uri), cookie))).code).toBe('account_disabled')
  })
})

describe('turning it off', () => {
  it('takes the password; the next sign-in has one step', async () => {
    const user = await makeWithSecondFactor(app, 'moderator')
    const wrong = await errorOf(await own('second-factor/off', { password: 'wrong' }, user.cookie))
    expect(Object.keys(wrong.fields ?? {})).toEqual(['password'])
    const answer = await own('second-factor/off', { password }, user.cookie)
    expect(await bodyOf(answer)).toEqual({ isOn: false })
    expect(await reachesQueue(cookiesOf(answer))).toBe(200)
    expect((await bodyOf<SignInView>(await firstStep(user))).step).toBe('signed_in')
    expect(await actionsOn(app, user.actor.id)).toContain('user.second_factor_off')
    expect(await app.db.select().from(twoFactors).where(eq(twoFactors.userId, user.actor.id))).toEqual([])
  })
})

describe('new backup codes', () => {
  it('take the place of the old ones', async () => {
    const user = await makeWithSecondFactor(app, 'moderator')
    expect((await own('backup-codes', { password: 'wrong' }, user.cookie)).status).toBe(422)
    const { backupCodes } = await bodyOf<BackupCodesView>(
      await own('backup-codes', { password }, user.cookie),
    )
    expect(backupCodes).toHaveLength(10)
    const old = await secondStep(user.backupCodes[0] ?? '', await challenge(user))
    expect((await errorOf(old)).code).toBe('second_factor_failed')
    expect((await secondStep(backupCodes[0] ?? '', await challenge(user))).status).toBe(200)
    expect(await actionsOn(app, user.actor.id)).toContain('user.backup_codes_renewed')
  })
})
