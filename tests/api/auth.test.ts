import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SessionView, SignInView } from '../../worker/contract/auth'
import { auditLog, sessions, users } from '../../worker/db/schema'
import { resetPassword } from '../../worker/services/accounts/reset-password'
import { bodyOf, errorOf } from '../support/answers'
import { auditOf } from '../support/audit'
import { makeDisabled } from '../support/make-people'
import { cookiesOf, makeUser, signIn, signInAs, type TestUser } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
let user: TestUser

beforeAll(async () => {
  user = await makeUser(app, 'moderator')
})

const signInWith = (email: string, password: string) =>
  app.post('/api/auth/sign-in/email', { email, password })
const session = async (as: string) => bodyOf<SessionView>(await app.get('/api/auth/get-session', { as }))
const reachesQueue = async (as: string) => (await app.get('/api/moderation/queue', { as })).status

describe('signing in', () => {
  it('opens a session in a cookie that no script and no other site can use', async () => {
    const answer = await signInWith(user.email, user.password)
    const { id, name, role } = user.actor
    const view = { user: { id, name, email: user.email, role } }
    expect(await bodyOf<SignInView>(answer)).toEqual({ step: 'signed_in', ...view })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const cookies = answer.headers.getSetCookie()
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) expect(cookie).toMatch(/; HttpOnly; SameSite=Lax/i)
    expect(await session(cookiesOf(answer))).toEqual({ ...view, secondFactor: 'off' })
    expect(await reachesQueue(cookiesOf(answer))).toBe(200)
  })

  it('tells the token to nobody but the cookie', async () => {
    const answer = await signInWith(user.email, user.password)
    const [row] = await app.db.select().from(sessions).orderBy(sql`created_at DESC, rowid DESC`).limit(1)
    expect(await answer.text()).not.toContain(row?.token)
    expect(await (await app.get('/api/auth/get-session', { as: cookiesOf(answer) })).text()).not.toContain(
      row?.token,
    )
  })

  it('keeps the cookie to https where the site has it', async () => {
    const answer = await app.request('https://yanlu.test/api/auth/sign-in/email', {
      method: 'POST',
      body: JSON.stringify({ email: user.email, password: user.password }),
      headers: {
        'content-type': 'application/json',
        origin: 'https://yanlu.test',
      },
    })
    expect(answer.status).toBe(200)
    for (const cookie of answer.headers.getSetCookie()) expect(cookie).toMatch(/^__Secure-.*; Secure/i)
  })

  it('counts wrong passwords until the right one, which records their number', async () => {
    const someone = await makeUser(app, 'staff')
    const { id } = someone.actor
    const failed = async () => (await app.db.select().from(users).where(eq(users.id, id)))[0]?.failedSignIns
    for (const wrong of ['one', 'two', 'three']) await signInWith(someone.email, wrong)
    expect(await failed()).toBe(3)
    await signInWith(someone.email, someone.password)
    expect(await failed()).toBe(0)
    const [entry] = await auditOf(app, id, 'user.signed_in')
    expect(entry).toMatchObject({ actorId: id, data: { by: 'password', failedBefore: 3 } })
  })

  it('refuses a right password where the account is disabled, and no session opens', async () => {
    const someone = await makeDisabled(app, 'staff')
    const answer = await signInWith(someone.email, someone.password)
    expect((await errorOf(answer)).code).toBe('account_disabled')
    expect(answer.headers.getSetCookie()).toEqual([])
    expect((await errorOf(await signInWith(someone.email, 'wrong'))).code).toBe('sign_in_failed')
    const open = await app.db.select().from(sessions).where(eq(sessions.userId, someone.actor.id))
    expect(open).toEqual([])
  })

  it('forgives case and space around the address', async () => {
    expect((await signInWith(` ${user.email.toUpperCase()} `, user.password)).status).toBe(200)
  })

  it('gives a wrong password and an unknown address the same answer, and no session', async () => {
    const before = await countRows(app)
    const refusals = []
    for (const answer of [
      await signInWith(user.email, 'not the password'),
      await signInWith('nobody@example.test', user.password),
      await signInWith(user.email, `${user.password} `),
    ]) {
      expect(answer.headers.getSetCookie()).toEqual([])
      refusals.push({
        ...(await errorOf(answer)),
        requestId: '',
        status: answer.status,
      })
    }
    expect(refusals[0]).toMatchObject({ code: 'sign_in_failed', status: 401 })
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1)
    expect(await countRows(app)).toEqual(before)
  })

  it.each([
    [{ email: ' ' }, 'email'],
    [{ email: `${'x'.repeat(200)}@example.test` }, 'email'],
    [{ email: '' }, 'email'],
    [{ password: '' }, 'password'],
    [{ password: 'x'.repeat(201) }, 'password'],
  ])('refuses %j', async (change, field) => {
    const answer = await app.post('/api/auth/sign-in/email', {
      email: user.email,
      password: user.password,
      ...change,
    })
    expect(Object.keys((await errorOf(answer)).fields ?? {})).toEqual([field])
  })
})

describe('a session', () => {
  it('is nobody’s without a cookie, or with a forged one', async () => {
    const as = await signIn(app, user)
    const [name = ''] = as.split('=')
    for (const cookie of ['', `${name}=abc`, `${name}=abc.${'A'.repeat(43)}=`, tampered(as)]) {
      expect(await session(cookie)).toBeNull()
      expect(await reachesQueue(cookie)).toBe(401)
    }
  })

  it('ends when its user signs out, for whoever kept the cookie too', async () => {
    const as = await signIn(app, user)
    const answer = await app.post('/api/auth/sign-out', {}, { as })
    expect(await bodyOf(answer)).toBeNull()
    expect(answer.headers.getSetCookie().join()).toMatch(/Max-Age=0/i)
    expect(await reachesQueue(as)).toBe(401)
    expect(await session(as)).toBeNull()
  })

  it('of another browser goes on when one signs out', async () => {
    const [one, other] = [await signIn(app, user), await signIn(app, user)]
    await app.post('/api/auth/sign-out', {}, { as: one })
    expect(await reachesQueue(other)).toBe(200)
  })

  it('ends with its time', async () => {
    const as = await signIn(app, user)
    await app.db.update(sessions).set({ expiresAt: new Date(0) })
    expect(await reachesQueue(as)).toBe(401)
  })

  it('ends when the password is set anew', async () => {
    const someone = await makeUser(app, 'moderator')
    const as = await signIn(app, someone)
    const password = await resetPassword(app.context(), someone.email)
    expect(await reachesQueue(as)).toBe(401)
    expect((await signInWith(someone.email, someone.password)).status).toBe(401)
    expect((await signInWith(someone.email, password)).status).toBe(200)
    const audit = await app.db.select().from(auditLog).where(eq(auditLog.subjectId, someone.actor.id))
    expect(audit.map(({ action }) => action)).toEqual([
      'user.created',
      'user.signed_in',
      'user.password_reset',
      'user.signed_in',
    ])
    expect(JSON.stringify(audit)).not.toContain(password)
  })

  it('is renewed in its second hour, when a page asks who is signed in, and not before', async () => {
    const as = await signIn(app, user)
    const asks = async () => (await app.get('/api/auth/get-session', { as })).headers.getSetCookie()
    expect(await asks()).toEqual([])
    await app.db.run(sql`UPDATE sessions SET expires_at = expires_at - 3700000`)
    const before = Date.now()
    expect((await asks()).join()).toMatch(/session_token=.*Max-Age=43200/)
    const [row] = await app.db.select().from(sessions).orderBy(sql`expires_at DESC`).limit(1)
    expect(row?.expiresAt.getTime()).toBeGreaterThanOrEqual(before + 12 * 3_600_000 - 1000)
    expect(await reachesQueue(as)).toBe(200)
  })

  it('of a disabled user is nobody’s, even where a row was left', async () => {
    const someone = await makeUser(app, 'moderator')
    const as = await signIn(app, someone)
    await app.db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, someone.actor.id))
    expect(await reachesQueue(as)).toBe(401)
    expect(await session(as)).toBeNull()
    expect((await app.get('/api/account', { as })).status).toBe(401)
    expect((await app.get('/api/moderation/live', { as })).status).toBe(401)
  })

  it('has the role that its user has now', async () => {
    const someone = await makeUser(app, 'moderator')
    const as = await signIn(app, someone)
    await app.db.run(sql`UPDATE users SET role = 'staff' WHERE id = ${someone.actor.id}`)
    expect(await reachesQueue(as)).toBe(403)
  })

  it('of a user who is gone is nobody’s', async () => {
    const someone = await makeUser(app, 'moderator')
    const as = await signIn(app, someone)
    await app.db.delete(sessions).where(eq(sessions.userId, someone.actor.id))
    await app.db.run(sql`DELETE FROM users WHERE id = ${someone.actor.id}`)
    expect(await reachesQueue(as)).toBe(401)
  })
})

describe('what better-auth could do besides', () => {
  const routes = [
    ...[
      'sign-up/email',
      'sign-in/social',
      'sign-in/username',
      'update-user',
      'change-email',
      'change-password',
    ],
    ...[
      'request-password-reset',
      'reset-password',
      'forget-password',
      'verify-email',
      'send-verification-email',
    ],
    ...['two-factor/enable', 'two-factor/disable', 'two-factor/verify-totp', 'two-factor/get-totp-uri'],
    ...['two-factor/verify-backup-code', 'two-factor/generate-backup-codes', 'two-factor/send-otp'],
    ...['delete-user', 'list-sessions', 'revoke-session', 'revoke-sessions', 'list-accounts', 'link-social'],
    ...[
      'unlink-account',
      'refresh-token',
      'get-access-token',
      'callback/github',
      'ok',
      'error',
      'account-info',
    ],
  ]
  let as = ''
  beforeAll(async () => {
    as = await signInAs(app, 'admin')
  })

  it.each(routes)('is not there: %s', async (route) => {
    const before = await countRows(app)
    const input = {
      email: 'new@example.test',
      password: 'a long enough password',
      name: '新人',
      role: 'admin',
    }
    for (const answer of [
      await app.get(`/api/auth/${route}`, { as }),
      await app.post(`/api/auth/${route}`, input, { as }),
    ])
      expect((await errorOf(answer)).code).toBe('not_found')
    expect(await countRows(app)).toEqual(before)
  })
})

function tampered(cookies: string): string {
  return cookies
    .split('; ')
    .map((cookie) => cookie.replace(/=(.)/, (_, first) => `=${first === 'a' ? 'b' : 'a'}`))
    .join('; ')
}
