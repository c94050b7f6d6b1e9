import { describe, expect, it } from 'vitest'
import type { SessionView } from '../../worker/contract/auth'
import type { OwnAccountView, SecondFactorOffer } from '../../worker/contract/people'
import { bodyOf, errorOf } from '../support/answers'
import { testPassword } from '../support/known-keys'
import { codeOf, makeWithSecondFactor } from '../support/make-people'
import { cookiesOf, signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp({ config: { requiresSecondFactor: true } })

const desks = [
  ['moderator', '/api/moderation/queue'],
  ['moderator', '/api/moderation/live'],
  ['staff', '/api/staff/summary'],
  ['admin', '/api/admin/people'],
] as const

describe('where the second factor is required', () => {
  it.each(desks)('a %s without it does not reach %s', async (role, path) => {
    const as = await signInAs(app, role)
    expect((await errorOf(await app.get(path, { as }))).code).toBe('second_factor_required')
    const session = await bodyOf<SessionView>(await app.get('/api/auth/get-session', { as }))
    expect(session?.secondFactor).toBe('required')
  })

  it('they reach their own account, turn it on there, and go on', async () => {
    const as = await signInAs(app, 'staff')
    const account = await bodyOf<OwnAccountView>(await app.get('/api/account', { as }))
    expect(account.secondFactor).toEqual({ isOn: false, isRequired: true, backupCodesLeft: null })
    const { uri } = await bodyOf<SecondFactorOffer>(
      await app.post('/api/account/second-factor', { password: testPassword }, { as }),
    )
    const answer = await app.post('/api/account/second-factor/confirm', { code: codeOf(uri) }, { as })
    expect((await app.get('/api/staff/summary', { as: cookiesOf(answer) })).status).toBe(200)
  })

  it('turning it off shuts the desks again', async () => {
    const { cookie } = await makeWithSecondFactor(app, 'staff')
    expect((await app.get('/api/staff/summary', { as: cookie })).status).toBe(200)
    const answer = await app.post(
      '/api/account/second-factor/off',
      { password: testPassword },
      { as: cookie },
    )
    const error = await errorOf(await app.get('/api/staff/summary', { as: cookiesOf(answer) }))
    expect(error.code).toBe('second_factor_required')
  })

  it('nobody and the wrong role are told what they are told elsewhere', async () => {
    expect((await app.get('/api/staff/summary')).status).toBe(401)
    const as = await signInAs(app, 'moderator')
    expect((await errorOf(await app.get('/api/staff/summary', { as }))).code).toBe('forbidden')
  })
})
