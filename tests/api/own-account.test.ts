import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { OwnAccountView } from '../../worker/contract/people'
import { sessions } from '../../worker/db/schema'
import { bodyOf, errorOf } from '../support/answers'
import { actionsOn, auditOf } from '../support/audit'
import { testPassword } from '../support/known-keys'
import { cookiesOf, makeUser, type TestUser } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
let user: TestUser

const windows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36'
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1'

beforeEach(async () => {
  user = await makeUser(app, 'staff')
})

const enter = async (userAgent: string) => {
  const input = { email: user.email, password: user.password }
  const headers = { 'user-agent': userAgent }
  return cookiesOf(await app.post('/api/auth/sign-in/email', input, { headers }))
}
const account = async (as: string) => bodyOf<OwnAccountView>(await app.get('/api/account', { as }))
const isIn = async (as: string) => (await app.get('/api/account', { as })).status === 200
const revoke = (session: string, as: string) => app.post('/api/account/sessions/revoke', { session }, { as })

describe('one’s own account', () => {
  it('says who one is and where one is signed in, the device in words and nothing that opens it', async () => {
    const [here, there] = [await enter(windows), await enter(phone)]
    const answer = await app.get('/api/account', { as: here })
    const text = await answer.clone().text()
    const { user: shown, sessions: listed } = await bodyOf<OwnAccountView>(answer)
    const { id, name, role } = user.actor
    expect(shown).toEqual({ id, name, email: user.email, role })
    expect(listed).toHaveLength(2)
    expect(listed.find(({ isCurrent }) => isCurrent)).toMatchObject({ browser: 'chrome', system: 'windows' })
    expect(listed.find(({ isCurrent }) => !isCurrent)).toMatchObject({ browser: 'safari', system: 'ios' })
    for (const row of await app.db.select().from(sessions).where(eq(sessions.userId, id)))
      expect(text).not.toContain(row.token)
    expect((await account(there)).sessions.find(({ isCurrent }) => isCurrent)?.system).toBe('ios')
  })

  it('does not list what has ended', async () => {
    const [here] = [await enter(windows), await enter(phone)]
    const other = (await account(here)).sessions.find(({ isCurrent }) => !isCurrent)
    await app.db
      .update(sessions)
      .set({ expiresAt: new Date(0) })
      .where(eq(sessions.id, other?.id ?? ''))
    expect((await account(here)).sessions).toHaveLength(1)
  })
})

describe('a session', () => {
  it('is ended from another, at once', async () => {
    const [here, there] = [await enter(windows), await enter(phone)]
    const other = (await account(here)).sessions.find(({ isCurrent }) => !isCurrent)?.id ?? ''
    const view = await bodyOf<OwnAccountView>(await revoke(other, here))
    expect(view.sessions.map(({ isCurrent }) => isCurrent)).toEqual([true])
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
    expect((await errorOf(await revoke(other, here))).code).toBe('not_found')
    expect(await auditOf(app, user.actor.id, 'session.revoked')).toMatchObject([{ data: { which: 'one' } }])
  })

  it('of somebody else is not found', async () => {
    const here = await enter(windows)
    const mine = (await account(here)).sessions[0]?.id ?? ''
    const owner = user
    user = await makeUser(app, 'admin')
    expect((await errorOf(await revoke(mine, await enter(phone)))).code).toBe('not_found')
    expect(await isIn(here)).toBe(true)
    expect(await actionsOn(app, owner.actor.id)).not.toContain('session.revoked')
  })

  it('stays while all others are ended; with no other nothing is recorded', async () => {
    const all = [await enter(windows), await enter(phone), await enter('')]
    const [here = ''] = all
    const view = await bodyOf<OwnAccountView>(await revoke('others', here))
    expect(view.sessions).toHaveLength(1)
    expect(await Promise.all(all.map(isIn))).toEqual([true, false, false])
    await revoke('others', here)
    expect(await auditOf(app, user.actor.id, 'session.revoked')).toMatchObject([
      { data: { which: 'others' } },
    ])
  })
})

describe('changing one’s password', () => {
  const change = (input: object, as: string) =>
    app.post(
      '/api/account/password',
      { current: testPassword, password: 'another long password', ...input },
      { as },
    )

  it('takes the current one and ends the other sessions', async () => {
    const [here, there] = [await enter(windows), await enter(phone)]
    expect((await change({}, here)).status).toBe(200)
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
    const signIn = (password: string) => app.post('/api/auth/sign-in/email', { email: user.email, password })
    expect((await signIn(testPassword)).status).toBe(401)
    expect((await signIn('another long password')).status).toBe(200)
    expect(await actionsOn(app, user.actor.id)).toContain('user.password_changed')
  })

  it.each([
    [{ current: 'wrong' }, 'current'],
    [{ password: 'elf letters' }, 'password'],
    [{ password: 'x'.repeat(201) }, 'password'],
  ])('is refused with %j and changes nothing', async (input, field) => {
    const [here, there] = [await enter(windows), await enter(phone)]
    expect(Object.keys((await errorOf(await change(input, here))).fields ?? {})).toEqual([field])
    expect(await isIn(there)).toBe(true)
    expect(await actionsOn(app, user.actor.id)).not.toContain('user.password_changed')
  })
})
