import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { InvitationView, SignInView } from '../../worker/contract/auth'
import type { InvitedView, PeopleView } from '../../worker/contract/people'
import { invitations, users } from '../../worker/db/schema'
import { createAccount } from '../../worker/services/accounts/create-account'
import { bodyOf, errorOf } from '../support/answers'
import { actionsOn, auditOf } from '../support/audit'
import { day } from '../support/clock'
import { testPassword } from '../support/known-keys'
import { makeInvitation, newInvitation } from '../support/make-people'
import { cookiesOf, makeUser, signIn, signInAs, type TestUser } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
let admin: TestUser
let as = ''

beforeAll(async () => {
  admin = await makeUser(app, 'admin')
  as = await signIn(app, admin)
})

const sendInvitation = (input: object) => app.post('/api/admin/invitations', input, { as })
const lookUp = (token: string) => app.post('/api/auth/invitations/look-up', { token })
const accept = (token: string, password = testPassword) =>
  app.post('/api/auth/invitations/accept', { token, password })
const listed = async () => (await bodyOf<PeopleView>(await app.get('/api/admin/people', { as }))).invitations

describe('an invitation', () => {
  it('is told its link once, and only the hash of its token is kept', async () => {
    const input = newInvitation({ name: '  林　溪 ', role: 'senior_moderator' })
    const answer = await sendInvitation({ ...input, email: input.email.toUpperCase() })
    expect(answer.status).toBe(201)
    const { invitation, link } = await bodyOf<InvitedView>(answer)
    const until = new Date(app.clock.now().getTime() + 7 * day).toISOString()
    expect(invitation).toMatchObject({
      name: '林 溪',
      email: input.email,
      role: input.role,
      expiresAt: until,
    })
    expect(invitation.invitedBy).toBe(admin.actor.name)
    expect(link.token).toMatch(/^[0-9a-f]{64}$/)
    const [row] = await app.db.select().from(invitations).where(eq(invitations.id, invitation.id))
    expect(JSON.stringify(row)).not.toContain(link.token)
    expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/)
    expect(await listed()).toContainEqual(invitation)
    expect(JSON.stringify(await listed())).not.toContain(link.token)
  })

  it('is recorded without a name, an address or the token', async () => {
    const { id, token, name, email } = await makeInvitation(app, { role: 'staff' })
    const [entry, ...others] = await auditOf(app, id)
    expect(others).toEqual([])
    expect(entry).toMatchObject({ action: 'user.invited', subjectKind: 'user', data: { role: 'staff' } })
    for (const secret of [token, name, email]) expect(JSON.stringify(entry)).not.toContain(secret)
  })

  it('says what it is for, to whoever holds the link', async () => {
    const { token, name, email, role, expiresAt } = await makeInvitation(app)
    const answer = await lookUp(token)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await bodyOf<InvitationView>(answer)).toEqual({ purpose: 'join', name, email, role, expiresAt })
  })

  it('makes the account with the password that its holder chooses, and signs in', async () => {
    const { token, id, name, email, role } = await makeInvitation(app, { role: 'senior_moderator' })
    const answer = await accept(token, '林溪的长长的口令一二三四')
    expect(await bodyOf<SignInView>(answer)).toEqual({ step: 'signed_in', user: { id, name, email, role } })
    expect((await app.get('/api/moderation/queue', { as: cookiesOf(answer) })).status).toBe(200)
    expect((await app.get('/api/admin/people', { as: cookiesOf(answer) })).status).toBe(403)
    expect(await actionsOn(app, id)).toEqual(['user.invited', 'user.joined', 'user.signed_in'])
    const [joined] = await auditOf(app, id, 'user.joined')
    expect(joined).toMatchObject({ actorKind: 'user', actorId: id })
    expect((await listed()).map((each) => each.id)).not.toContain(id)
    const password = '林溪的长长的口令一二三四'
    expect((await app.post('/api/auth/sign-in/email', { email, password })).status).toBe(200)
  })

  it('works once', async () => {
    const { token } = await makeInvitation(app)
    await accept(token)
    const before = await countRows(app)
    for (const again of [await accept(token), await lookUp(token)])
      expect((await errorOf(again)).code).toBe('invitation_invalid')
    expect(await countRows(app)).toEqual(before)
  })

  it('makes one account where it is taken up twice at the same moment', async () => {
    const { token, email } = await makeInvitation(app)
    const answers = await Promise.all([1, 2, 3, 4].map(() => accept(token)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404])
    expect(await app.db.select().from(users).where(eq(users.email, email))).toHaveLength(1)
  })

  it('works until its seventh day is over', async () => {
    const { token } = await makeInvitation(app)
    app.clock.advance(7 * day - 1)
    expect((await lookUp(token)).status).toBe(200)
    app.clock.advance(1)
    for (const late of [await lookUp(token), await accept(token)])
      expect((await errorOf(late)).code).toBe('invitation_invalid')
  })

  it('is listed after it has expired, and gone a month later when somebody else is invited', async () => {
    const { id } = await makeInvitation(app)
    app.clock.advance(8 * day)
    expect((await listed()).map((each) => each.id)).toContain(id)
    app.clock.advance(30 * day)
    await sendInvitation(newInvitation())
    expect((await listed()).map((each) => each.id)).not.toContain(id)
  })

  it('no longer works once it is taken back', async () => {
    const { id, token } = await makeInvitation(app)
    const answer = await app.post('/api/admin/invitations/revoke', { id }, { as })
    expect(await bodyOf(answer)).toEqual({ id })
    expect((await errorOf(await accept(token))).code).toBe('invitation_invalid')
    expect((await errorOf(await app.post('/api/admin/invitations/revoke', { id }, { as }))).code).toBe(
      'not_found',
    )
    expect(await actionsOn(app, id)).toEqual(['user.invited', 'user.invitation_revoked'])
  })

  it('to the same address takes the place of the one before', async () => {
    const first = await makeInvitation(app)
    const second = await makeInvitation(app, { email: first.email, name: '林小溪', role: 'staff' })
    expect((await lookUp(first.token)).status).toBe(404)
    expect(await bodyOf<InvitationView>(await lookUp(second.token))).toMatchObject({
      name: '林小溪',
      role: 'staff',
    })
    expect((await listed()).filter(({ email }) => email === first.email)).toHaveLength(1)
  })

  it('is not made for an address that has an account', async () => {
    const { email } = await makeUser(app, 'staff')
    const before = await countRows(app)
    const error = await errorOf(await sendInvitation(newInvitation({ email })))
    expect([error.code, Object.keys(error.fields ?? {})]).toEqual(['invalid_input', ['email']])
    expect(await countRows(app)).toEqual(before)
  })

  it('is void where its address has got an account meanwhile', async () => {
    const { token, email, name } = await makeInvitation(app)
    await createAccount(app.context(), { email, name, role: 'staff' }, testPassword)
    expect((await errorOf(await accept(token))).code).toBe('invitation_invalid')
  })

  it.each([
    [{ name: ' ' }, 'name'],
    [{ name: '溪'.repeat(21) }, 'name'],
    [{ email: 'nobody' }, 'email'],
    [{ email: '' }, 'email'],
    [{ role: 'owner' }, 'role'],
  ])('is refused with %j', async (change, field) => {
    const error = await errorOf(await sendInvitation({ ...newInvitation(), ...change }))
    expect(Object.keys(error.fields ?? {})).toEqual([field])
  })

  it.each(['', 'elf letters', 'x'.repeat(201)])('refuses the password %j', async (password) => {
    const { token } = await makeInvitation(app)
    expect(Object.keys((await errorOf(await accept(token, password))).fields ?? {})).toEqual(['password'])
    expect((await lookUp(token)).status).toBe(200)
  })

  it('ends with the rights of whoever made it', async () => {
    const rogue = await makeUser(app, 'admin')
    const rogueAs = await signIn(app, rogue)
    const made = async () =>
      (await bodyOf<InvitedView>(await app.post('/api/admin/invitations', newInvitation(), { as: rogueAs })))
        .link
    const [first, second] = [await made(), await made()]
    await app.post('/api/admin/people/role', { id: rogue.actor.id, role: 'moderator' }, { as })
    for (const { token } of [first, second])
      expect((await errorOf(await accept(token))).code).toBe('invitation_invalid')
  })

  it('is guessed at no faster than a password', async () => {
    app.limits.allow('SIGN_IN_LIMIT', 2)
    const headers = { 'x-test-address': '203.0.113.77' }
    const guess = () => app.post('/api/auth/invitations/look-up', { token: 'abc' }, { headers })
    const codes = [await guess(), await guess(), await guess()].map(
      async (each) => (await errorOf(each)).code,
    )
    expect(await Promise.all(codes)).toEqual(['invitation_invalid', 'invitation_invalid', 'rate_limited'])
    app.limits.reset()
  })
})

describe('those who are no administrators', () => {
  it.each(['moderator', 'senior_moderator', 'staff'] as const)('a %s invites nobody', async (role) => {
    const other = await signInAs(app, role)
    const before = await countRows(app)
    expect((await app.post('/api/admin/invitations', newInvitation(), { as: other })).status).toBe(403)
    expect(await countRows(app)).toEqual(before)
  })
})
