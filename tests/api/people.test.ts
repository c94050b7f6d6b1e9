import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { InvitationView, SignInView } from '../../worker/contract/auth'
import type { PeopleView, PersonView, ResetView } from '../../worker/contract/people'
import { reviews, users } from '../../worker/db/schema'
import { bodyOf, errorOf } from '../support/answers'
import { actionsOn, auditOf } from '../support/audit'
import { day, minute } from '../support/clock'
import { testPassword } from '../support/known-keys'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeInvitation, makeWithSecondFactor } from '../support/make-people'
import { makeReasons } from '../support/make-reasons'
import { cookiesOf, makeUser, signIn, type TestUser } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
let admin: TestUser
let as = ''

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
})
beforeEach(async () => {
  await app.db.update(users).set({ role: 'staff' }).where(eq(users.role, 'admin'))
  app.clock.advance(minute)
  admin = await makeUser(app, 'admin')
  as = await signIn(app, admin)
})

const act = (path: string, input: object, who = as) =>
  app.post(`/api/admin/people/${path}`, input, { as: who })
const list = async (after = '') => bodyOf<PeopleView>(await app.get(`/api/admin/people${after}`, { as }))
const find = async (id: string) => (await list()).items.find((person) => person.id === id)
const canSignIn = async ({ email }: TestUser, password = testPassword) =>
  (await app.post('/api/auth/sign-in/email', { email, password })).status === 200

describe('the list of people', () => {
  it('says of each who they are and how they sign in, newest first', async () => {
    app.clock.advance(minute)
    const person = await makeUser(app, 'senior_moderator')
    await app.post('/api/auth/sign-in/email', { email: person.email, password: 'wrong' })
    const { items } = await list()
    const { id, name, role } = person.actor
    expect(items[0]).toEqual({
      id,
      name,
      email: person.email,
      role,
      isSelf: false,
      hasSecondFactor: false,
      joinedAt: app.clock.now().toISOString(),
      signedInAt: null,
      failedSignIns: 1,
      disabledAt: null,
      hasPassword: true,
      resetUntil: null,
    })
    expect(items[1]).toMatchObject({ id: admin.actor.id, isSelf: true, signedInAt: expect.any(String) })
    await signIn(app, person)
    expect(await find(id)).toMatchObject({ failedSignIns: 0, signedInAt: app.clock.now().toISOString() })
  })

  it('comes in pages that hold everybody once, the invitations with the first alone', async () => {
    await makeInvitation(app)
    const times = sql`unixepoch('2098-01-01') * 1000 + value / 7`
    await app.db.run(sql`
      INSERT INTO users (id, name, email, role, created_at, updated_at)
      SELECT 'many-' || value, '许多', 'many-' || value || '@example.test', 'staff', ${times}, ${times}
      FROM generate_series(1, 250)`)
    const ids: string[] = []
    let page = await list()
    expect(page.invitations.length).toBeGreaterThan(0)
    for (;;) {
      ids.push(...page.items.map(({ id }) => id))
      if (!page.next) break
      page = await list(`?after=${page.next}`)
      expect(page.invitations).toEqual([])
    }
    const everybody = await app.db.select({ id: users.id }).from(users)
    expect(ids.length).toBeGreaterThan(250)
    expect([...ids].sort()).toEqual(everybody.map(({ id }) => id).sort())
  })
})

describe('disabling somebody', () => {
  it('ends their sessions at once and shuts them out until they are enabled', async () => {
    const person = await makeUser(app, 'moderator')
    const session = await signIn(app, person)
    const { id } = person.actor
    const view = await bodyOf<PersonView>(await act('disable', { id }))
    expect(view).toMatchObject({ id, disabledAt: app.clock.now().toISOString() })
    expect((await app.get('/api/moderation/queue', { as: session })).status).toBe(401)
    expect((await app.get('/api/account', { as: session })).status).toBe(401)
    expect(await canSignIn(person)).toBe(false)
    expect(await bodyOf<PersonView>(await act('enable', { id }))).toMatchObject({ id, disabledAt: null })
    expect((await app.get('/api/moderation/queue', { as: session })).status).toBe(401)
    expect(await canSignIn(person)).toBe(true)
    expect(await actionsOn(app, id)).toEqual([
      'user.created',
      'user.signed_in',
      'user.disabled',
      'user.enabled',
      'user.signed_in',
    ])
    expect(await auditOf(app, id, 'user.disabled')).toMatchObject([{ actorId: admin.actor.id, data: {} }])
  })

  it('frees what they had in hand and what was passed to them', async () => {
    const person = await makeUser(app, 'moderator')
    const { id } = person.actor
    const held = await makeComment(app, { state: 'pending' })
    const passed = await makeComment(app, { state: 'pending' })
    await app.db.run(sql`
      UPDATE reviews SET held_by = ${id}, held_until = ${app.clock.now().getTime() + minute}
      WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${held.publicId})`)
    await app.db.run(sql`
      UPDATE reviews SET passed_to = ${id}, passed_by = ${admin.actor.id}, pass_note = '请看'
      WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${passed.publicId})`)
    await act('disable', { id })
    const rows = await app.db.select().from(reviews)
    expect(rows.length).toBeGreaterThanOrEqual(2)
    expect(rows.filter((row) => row.heldBy === id || row.passedTo === id)).toEqual([])
  })

  it('voids the link that an earlier reset made', async () => {
    const person = await makeUser(app, 'moderator')
    const { link } = await bodyOf<ResetView>(await act('reset', { id: person.actor.id }))
    await act('disable', { id: person.actor.id })
    await act('enable', { id: person.actor.id })
    const answer = await app.post('/api/auth/invitations/look-up', { token: link.token })
    expect((await errorOf(answer)).code).toBe('invitation_invalid')
  })

  it('is not possible twice, and records no second time', async () => {
    const { actor } = await makeUser(app, 'moderator')
    await act('disable', { id: actor.id })
    expect((await errorOf(await act('disable', { id: actor.id }))).code).toBe('account_changed')
    expect((await actionsOn(app, actor.id)).filter((action) => action === 'user.disabled')).toHaveLength(1)
    await act('enable', { id: actor.id })
    expect((await errorOf(await act('enable', { id: actor.id }))).code).toBe('account_changed')
  })
})

describe('the last active administrator', () => {
  it('can neither be disabled nor given another role', async () => {
    const { id } = admin.actor
    for (const answer of [await act('disable', { id }), await act('role', { id, role: 'staff' })])
      expect((await errorOf(answer)).code).toBe('last_admin')
    expect(await find(id)).toMatchObject({ role: 'admin', disabledAt: null })
    expect(await actionsOn(app, id)).toEqual(['user.created', 'user.signed_in'])
  })

  it('is still the last where the others are disabled', async () => {
    const other = await makeUser(app, 'admin')
    await act('disable', { id: other.actor.id })
    expect((await errorOf(await act('disable', { id: admin.actor.id }))).code).toBe('last_admin')
  })

  it('remains where two disable each other at the same moment', async () => {
    const other = await makeUser(app, 'admin')
    const otherAs = await signIn(app, other)
    const codes = await Promise.all([
      act('disable', { id: other.actor.id }, as),
      act('disable', { id: admin.actor.id }, otherAs),
    ])
    expect(codes.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1)
    const [left] = await app.rows<{ count: number }>(
      sql`SELECT count(*) AS count FROM users WHERE role = 'admin' AND disabled_at IS NULL`,
    )
    expect(left?.count).toBe(1)
  })

  it('may go once there is another', async () => {
    await makeUser(app, 'admin')
    expect((await act('role', { id: admin.actor.id, role: 'staff' })).status).toBe(200)
    expect((await app.get('/api/admin/people', { as })).status).toBe(403)
    expect((await app.get('/api/staff/summary', { as })).status).toBe(200)
  })
})

describe('another role', () => {
  it('holds from the next request on', async () => {
    const person = await makeUser(app, 'moderator')
    const session = await signIn(app, person)
    const { id } = person.actor
    expect(await bodyOf<PersonView>(await act('role', { id, role: 'staff' }))).toMatchObject({
      role: 'staff',
    })
    expect((await app.get('/api/moderation/queue', { as: session })).status).toBe(403)
    expect((await app.get('/api/staff/summary', { as: session })).status).toBe(200)
    expect(await auditOf(app, id, 'user.role_changed')).toMatchObject([
      { data: { from: 'moderator', to: 'staff' } },
    ])
  })

  it('leaves to a moderator who becomes a senior one what they hold, and frees it otherwise', async () => {
    const { actor } = await makeUser(app, 'moderator')
    const { publicId } = await makeComment(app, { state: 'pending' })
    await app.db.run(sql`
      UPDATE reviews SET held_by = ${actor.id}, held_until = ${app.clock.now().getTime() + minute}
      WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${publicId})`)
    const held = () => app.db.select().from(reviews).where(eq(reviews.heldBy, actor.id))
    await act('role', { id: actor.id, role: 'senior_moderator' })
    expect(await held()).toHaveLength(1)
    await act('role', { id: actor.id, role: 'staff' })
    expect(await held()).toEqual([])
  })

  it('that is the one they have is recorded as nothing', async () => {
    const { actor } = await makeUser(app, 'staff')
    expect((await act('role', { id: actor.id, role: 'staff' })).status).toBe(200)
    expect(await actionsOn(app, actor.id)).toEqual(['user.created'])
  })
})

describe('a reset', () => {
  it('voids the password, ends the sessions and leads to a new one by a link that works once', async () => {
    const person = await makeUser(app, 'moderator')
    const session = await signIn(app, person)
    const { id, name, role } = person.actor
    const { person: view, link } = await bodyOf<ResetView>(await act('reset', { id }))
    expect(view).toMatchObject({ hasPassword: false, resetUntil: link.expiresAt })
    expect(link.expiresAt).toBe(new Date(app.clock.now().getTime() + 7 * day).toISOString())
    expect((await app.get('/api/moderation/queue', { as: session })).status).toBe(401)
    expect(await canSignIn(person)).toBe(false)

    const shown = await bodyOf<InvitationView>(
      await app.post('/api/auth/invitations/look-up', { token: link.token }),
    )
    expect(shown).toEqual({ purpose: 'reset', name, email: person.email, role, expiresAt: link.expiresAt })
    const accept = () =>
      app.post('/api/auth/invitations/accept', { token: link.token, password: 'another long password' })
    const answer = await accept()
    expect(await bodyOf<SignInView>(answer)).toMatchObject({ step: 'signed_in', user: { id } })
    expect((await app.get('/api/moderation/queue', { as: cookiesOf(answer) })).status).toBe(200)
    expect((await errorOf(await accept())).code).toBe('invitation_invalid')
    expect(await canSignIn(person)).toBe(false)
    expect(await canSignIn(person, 'another long password')).toBe(true)
    expect(await find(id)).toMatchObject({ hasPassword: true, resetUntil: null })
    expect((await actionsOn(app, id)).slice(2, 4)).toEqual(['user.reset', 'user.password_set'])
    expect(JSON.stringify(await auditOf(app, id))).not.toContain(link.token)
  })

  it('made anew voids the link before', async () => {
    const { actor } = await makeUser(app, 'moderator')
    const first = await bodyOf<ResetView>(await act('reset', { id: actor.id }))
    await act('reset', { id: actor.id })
    const answer = await app.post('/api/auth/invitations/look-up', { token: first.link.token })
    expect((await errorOf(answer)).code).toBe('invitation_invalid')
  })

  it('leaves the second factor on: a new password alone lets nobody in', async () => {
    const person = await makeWithSecondFactor(app, 'moderator')
    const { link } = await bodyOf<ResetView>(await act('reset', { id: person.actor.id }))
    const input = { token: link.token, password: 'another long password' }
    const answer = await app.post('/api/auth/invitations/accept', input)
    expect(await bodyOf<SignInView>(answer)).toEqual({ step: 'second_factor' })
    expect((await app.get('/api/moderation/queue', { as: cookiesOf(answer) })).status).toBe(401)
  })

  it('of a disabled account, or of one’s own, is refused', async () => {
    const { actor } = await makeUser(app, 'moderator')
    await act('disable', { id: actor.id })
    expect((await errorOf(await act('reset', { id: actor.id }))).code).toBe('account_changed')
    for (const path of ['reset', 'second-factor/reset'])
      expect((await errorOf(await act(path, { id: admin.actor.id }))).code).toBe('own_account')
    expect((await app.get('/api/admin/people', { as })).status).toBe(200)
  })
})

describe('a lost second factor', () => {
  it('is taken off by an administrator; the password alone then lets its owner in', async () => {
    const person = await makeWithSecondFactor(app, 'moderator')
    const { id } = person.actor
    expect(await find(id)).toMatchObject({ hasSecondFactor: true })
    const view = await bodyOf<PersonView>(await act('second-factor/reset', { id }))
    expect(view).toMatchObject({ hasSecondFactor: false })
    expect((await app.get('/api/account', { as: person.cookie })).status).toBe(401)
    const answer = await app.post('/api/auth/sign-in/email', { email: person.email, password: testPassword })
    expect((await bodyOf<SignInView>(answer)).step).toBe('signed_in')
    expect(await actionsOn(app, id)).toContain('user.second_factor_reset')
    expect((await errorOf(await act('second-factor/reset', { id }))).code).toBe('account_changed')
  })
})

it.each(['disable', 'enable', 'reset', 'second-factor/reset', 'role'])(
  '%s knows nobody by a name that was made up',
  async (path) => {
    const input = { id: 'nobody', ...(path === 'role' && { role: 'staff' }) }
    expect((await errorOf(await act(path, input))).code).toBe('not_found')
  },
)
