import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type {
  EnterpriseView,
  InvitedColleague,
  OwnEnterprise,
  Registered,
} from '../../worker/contract/enterprises'
import { bodyOf, errorOf } from '../support/answers'
import { actionsOn, auditOf } from '../support/audit'
import { day } from '../support/clock'
import {
  makeColleague,
  makeEnterprise,
  makeParticipant,
  newRegistration,
  type TestMember,
} from '../support/make-enterprise'
import { signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
const post = (path: string, input: object, who: TestMember) =>
  app.post(`/api/enterprise${path}`, input, { as: who.cookie })
const own = async (who: TestMember) =>
  bodyOf<OwnEnterprise>(await app.get('/api/enterprise', { as: who.cookie }))
const mailsOf = (kind: string, userId: string | null = null) =>
  app.rows<{ subject_id: string }>(
    sql`SELECT subject_id FROM account_mails WHERE kind = ${kind} AND (${userId} IS NULL OR user_id = ${userId})`,
  )

describe('registering an enterprise', () => {
  it('makes its first member the owner, and the contact a row apart', async () => {
    const member = await makeParticipant(app, '赵敏')
    const input = newRegistration({ contact: 'office@firm.test' })
    const answer = await bodyOf<Registered>(await post('', input, member))
    if (answer.outcome !== 'registered') throw new Error('taken')
    const { contactName: _, contact: __, ...profile } = input
    expect(answer.enterprise).toMatchObject({ ...profile, state: 'unverified', version: 1, part: 'owner' })
    expect(answer.enterprise.contact).toEqual({ name: '钱经理', kind: 'email', value: 'office@firm.test' })
    expect(answer.enterprise.members).toMatchObject([{ name: '赵敏', part: 'owner', isSelf: true }])
    const [row] = await app.rows<object>(sql`SELECT * FROM enterprises WHERE id = ${answer.enterprise.id}`)
    expect(JSON.stringify(row)).not.toMatch(/钱经理|office@firm/)
    const audit = await auditOf(app, answer.enterprise.id)
    expect(audit.map(({ action }) => action)).toEqual(['enterprise.registered'])
    expect(JSON.stringify(audit)).not.toMatch(/钱经理|office@firm|赵敏/)
  })

  it('makes no twin of a code that is taken, however it is written, and tells its name alone', async () => {
    const { enterprise } = await makeEnterprise(app)
    const other = await makeParticipant(app)
    const before = await countRows(app)
    const spaced = `${enterprise.uscc.slice(0, 9).toLowerCase()} ${enterprise.uscc.slice(9)}`
    const answer = await bodyOf<Registered>(await post('', newRegistration({ uscc: spaced }), other))
    expect(answer).toEqual({ outcome: 'taken', name: enterprise.name })
    expect(await countRows(app)).toEqual(before)
  })

  it('makes one of two that come at the same moment', async () => {
    const members = await Promise.all([makeParticipant(app), makeParticipant(app)])
    const input = newRegistration()
    const answers = await Promise.all(
      members.map(async (member) => bodyOf<Registered>(await post('', input, member))),
    )
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['registered', 'taken'])
  })

  it('is for those who belong to none', async () => {
    const { owner } = await makeEnterprise(app)
    const before = await countRows(app)
    expect((await errorOf(await post('', newRegistration(), owner))).code).toBe('already_member')
    expect(await countRows(app)).toEqual(before)
  })

  it.each([
    [{ uscc: '91440101MA00000001' }, 'uscc'],
    [{ uscc: '9144' }, 'uscc'],
    [{ name: ' ' }, 'name'],
    [{ industry: 'Z' as never }, 'industry'],
    [{ city: '1101' as never }, 'city'],
    [{ contact: '' }, 'contact'],
    [{ contact: 'somewhere' }, 'contact'],
    [{ contactName: '' }, 'contactName'],
  ])('refuses %j', async (change, field) => {
    const member = await makeParticipant(app)
    const error = await errorOf(await post('', { ...newRegistration(), ...change }, member))
    expect([error.code, Object.keys(error.fields ?? {})]).toEqual(['invalid_input', [field]])
    expect(await own(member)).toEqual({ enterprise: null, request: null, claim: null })
  })

  it('asks an enterprise for its size and ownership, and keeps neither of an association', async () => {
    const member = await makeParticipant(app)
    const { size: _, ownership: __, ...bare } = newRegistration()
    const error = await errorOf(await post('', bare, member))
    expect(error.fields).toEqual({ size: '请填写此项。', ownership: '请填写此项。' })
    const wrong = await errorOf(await post('', { ...bare, city: '1101', contact: '' }, member))
    expect(Object.keys(wrong.fields ?? {}).sort()).toEqual(['city', 'contact', 'ownership', 'size'])
    await post('', { ...bare, kind: 'association', size: 'large' }, member)
    expect((await own(member)).enterprise).toMatchObject({ kind: 'association', size: null, ownership: null })
  })

  it('is not for the office: not even for an administrator', async () => {
    for (const role of ['moderator', 'staff', 'admin'] as const) {
      const as = await signInAs(app, role)
      expect((await app.post('/api/enterprise', newRegistration(), { as })).status).toBe(403)
      expect((await app.get('/api/enterprise', { as })).status).toBe(403)
    }
    expect((await app.get('/api/enterprise')).status).toBe(401)
  })
})

describe('what an enterprise says of itself', () => {
  const changeOf = (version: number, changed = {}) => {
    const { uscc: _, ...profile } = newRegistration(changed)
    return { version, ...profile }
  }

  it('is changed by its owner, once for each version seen', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    const change = changeOf(1, { name: '新名称有限公司', city: '4403' })
    expect(await bodyOf(await post('/profile', change, owner))).toMatchObject({
      ...{ name: '新名称有限公司', city: '4403', version: 2 },
    })
    const before = await countRows(app)
    expect((await errorOf(await post('/profile', change, owner))).code).toBe('enterprise_changed')
    expect(await countRows(app)).toEqual(before)
    expect(await actionsOn(app, enterprise.id)).toEqual(['enterprise.registered', 'enterprise.changed'])
  })

  it.each(['submitted', 'verified'] as const)('keeps its name while it is %s', async (state) => {
    const { owner, enterprise } = await makeEnterprise(app, { state })
    const error = await errorOf(await post('/profile', changeOf(1, { name: '别的公司' }), owner))
    expect(Object.keys(error.fields ?? {})).toEqual(['name'])
    const same = changeOf(1, { name: enterprise.name, city: '4403' })
    expect((await post('/profile', same, owner)).status).toBe(200)
  })

  it('is not changed by a drafter or an approver', async () => {
    const { enterprise } = await makeEnterprise(app)
    for (const part of ['drafter', 'approver'] as const) {
      const member = await makeColleague(app, enterprise.id, part)
      expect((await errorOf(await post('/profile', changeOf(1), member))).code).toBe('part_required')
    }
  })
})

describe('asking to join', () => {
  let owner: TestMember
  let enterprise: EnterpriseView
  beforeAll(async () => {
    ;({ owner, enterprise } = await makeEnterprise(app))
  })
  const settle = (id: string, accept: boolean, who = owner) =>
    post('/join-requests/settle', { id, accept, part: 'approver' }, who)
  const ask = async (who: TestMember) => {
    const { request } = await bodyOf<OwnEnterprise>(
      await post('/join-requests', { uscc: enterprise.uscc }, who),
    )
    if (!request) throw new Error('nothing was asked')
    return request
  }

  it('waits for an owner, who sees it and is told by mail', async () => {
    const member = await makeParticipant(app, '周舟')
    const request = await ask(member)
    expect(request).toMatchObject({ enterprise: enterprise.name, state: 'waiting' })
    expect((await own(owner)).enterprise?.requests).toContainEqual(
      expect.objectContaining({ id: request.id, name: '周舟', email: member.email }),
    )
    expect(await mailsOf('join_asked', owner.actor.id)).toContainEqual({ subject_id: request.id })
    const drafter = await makeColleague(app, enterprise.id, 'drafter')
    expect((await own(drafter)).enterprise?.requests).toEqual([])
  })

  it('asked twice is one request', async () => {
    const member = await makeParticipant(app)
    expect((await ask(member)).id).toBe((await ask(member)).id)
  })

  it('is accepted with a part; whoever asked is told', async () => {
    const member = await makeParticipant(app)
    const { id } = await ask(member)
    await settle(id, true)
    expect((await own(member)).enterprise).toMatchObject({ id: enterprise.id, part: 'approver' })
    expect(await mailsOf('join_settled', member.actor.id)).toEqual([{ subject_id: id }])
    expect((await errorOf(await settle(id, false))).code).toBe('enterprise_changed')
    expect((await own(member)).enterprise?.id).toBe(enterprise.id)
  })

  it('is declined; whoever asked is told and may ask again', async () => {
    const member = await makeParticipant(app)
    const { id } = await ask(member)
    await settle(id, false)
    expect(await own(member)).toMatchObject({ enterprise: null, request: { id, state: 'declined' } })
    expect(await mailsOf('join_settled', member.actor.id)).toEqual([{ subject_id: id }])
    app.clock.advance(1000)
    expect((await ask(member)).state).toBe('waiting')
  })

  it('is settled by owners of this enterprise alone', async () => {
    const member = await makeParticipant(app)
    const { id } = await ask(member)
    const drafter = await makeColleague(app, enterprise.id, 'drafter')
    const stranger = (await makeEnterprise(app)).owner
    expect((await errorOf(await settle(id, true, drafter))).code).toBe('part_required')
    expect((await errorOf(await settle(id, true, stranger))).code).toBe('not_found')
    expect((await errorOf(await settle(id, true, member))).code).toBe('enterprise_required')
    expect((await own(member)).request?.state).toBe('waiting')
  })

  it('at another enterprise withdraws the first', async () => {
    const member = await makeParticipant(app)
    const { id } = await ask(member)
    const other = (await makeEnterprise(app)).enterprise
    await post('/join-requests', { uscc: other.uscc }, member)
    expect((await own(member)).request?.enterprise).toBe(other.name)
    expect((await errorOf(await settle(id, true))).code).toBe('enterprise_changed')
  })

  it('can be taken back, once', async () => {
    const member = await makeParticipant(app)
    await ask(member)
    const withdraw = () => post('/join-requests/withdraw', {}, member)
    expect(await bodyOf(await withdraw())).toEqual({ enterprise: null, request: null, claim: null })
    expect((await errorOf(await withdraw())).code).toBe('enterprise_changed')
  })

  it('leads nowhere for a code that nobody registered', async () => {
    const member = await makeParticipant(app)
    const { uscc } = newRegistration()
    expect((await post('/join-requests', { uscc }, member)).status).toBe(404)
  })
})

describe('a link for a colleague', () => {
  let owner: TestMember
  let enterprise: EnterpriseView
  beforeAll(async () => {
    ;({ owner, enterprise } = await makeEnterprise(app))
  })
  const invite = async (input: object = { part: 'drafter' }) =>
    bodyOf<InvitedColleague>(await post('/invitations', input, owner))
  const accept = (token: string, who: TestMember) => post('/invitations/accept', { token }, who)

  it('takes in whoever holds it, once, with the part that it names', async () => {
    const { token } = await invite({ part: 'approver' })
    const [first, second] = [await makeParticipant(app), await makeParticipant(app)]
    expect(await bodyOf(await accept(token, first))).toMatchObject({ id: enterprise.id, part: 'approver' })
    expect((await errorOf(await accept(token, second))).code).toBe('link_invalid')
    expect((await own(second)).enterprise).toBeNull()
  })

  it('takes one of two who come at the same moment', async () => {
    const { token } = await invite()
    const comers = await Promise.all([1, 2, 3].map(() => makeParticipant(app)))
    const answers = await Promise.all(comers.map((each) => accept(token, each)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404])
  })

  it('is kept as a hash; with an address it is mailed there', async () => {
    const { invitation, token } = await invite({ part: 'drafter', email: 'New@Firm.test ' })
    expect(invitation.email).toBe('new@firm.test')
    const rows = await app.rows<object>(sql`SELECT * FROM enterprise_invitations`)
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(await mailsOf('invitation')).toContainEqual({ subject_id: invitation.id })
    const { invitation: handed } = await invite()
    expect(await mailsOf('invitation')).not.toContainEqual({ subject_id: handed.id })
  })

  it('works for seven days, and not after it was revoked or its maker left', async () => {
    const member = await makeParticipant(app)
    const late = await invite()
    const revoked = await invite()
    await post('/invitations/revoke', { id: revoked.invitation.id }, owner)
    expect((await errorOf(await accept(revoked.token, member))).code).toBe('link_invalid')
    const second = await makeColleague(app, enterprise.id, 'owner')
    const { token } = await bodyOf<InvitedColleague>(await post('/invitations', { part: 'owner' }, second))
    await post('/members', { id: second.actor.id, from: 'owner', part: 'drafter' }, owner)
    expect((await errorOf(await accept(token, member))).code).toBe('link_invalid')
    app.clock.advance(7 * day)
    expect((await errorOf(await accept(late.token, member))).code).toBe('link_invalid')
  })

  it('is made by owners, not by others', async () => {
    const drafter = await makeColleague(app, enterprise.id, 'drafter')
    const before = await countRows(app)
    expect((await errorOf(await post('/invitations', { part: 'owner' }, drafter))).code).toBe('part_required')
    expect(await countRows(app)).toEqual(before)
  })

  it('takes nobody out of another enterprise', async () => {
    const { token } = await invite()
    const { owner: stranger } = await makeEnterprise(app)
    expect((await errorOf(await accept(token, stranger))).code).toBe('already_member')
    expect((await accept(token, await makeParticipant(app))).status).toBe(200)
  })

  it('is not made beyond fifty', async () => {
    const { owner: one, enterprise: firm } = await makeEnterprise(app)
    await app.db.run(sql`
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 49)
      INSERT INTO enterprise_invitations (id, enterprise_id, part, token_hash, invited_by, invited_at, expires_at)
      SELECT 'full' || i, ${firm.id}, 'drafter', 'full' || i, ${one.actor.id}, 0, ${app.clock.now().getTime() + day} FROM n`)
    expect((await errorOf(await post('/invitations', { part: 'drafter' }, one))).code).toBe('enterprise_full')
  })
})

describe('the members', () => {
  const change = (who: TestMember, of: TestMember, from: string, part: string) =>
    post('/members', { id: of.actor.id, from, part }, who)

  it('get another part, as they were seen', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    const drafter = await makeColleague(app, enterprise.id, 'drafter')
    await change(owner, drafter, 'drafter', 'approver')
    expect((await own(drafter)).enterprise?.part).toBe('approver')
    expect((await errorOf(await change(owner, drafter, 'drafter', 'owner'))).code).toBe('enterprise_changed')
    const [, entry] = await auditOf(app, enterprise.id)
    expect(entry).toMatchObject({
      action: 'enterprise.member_changed',
      data: { member: drafter.actor.id, from: 'drafter', to: 'approver' },
    })
  })

  it('are taken out, and see nothing of it any more', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    const drafter = await makeColleague(app, enterprise.id, 'drafter')
    await change(owner, drafter, 'drafter', 'none')
    expect(await own(drafter)).toEqual({ enterprise: null, request: null, claim: null })
  })

  it('are never without an owner', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    expect((await errorOf(await change(owner, owner, 'owner', 'drafter'))).code).toBe('last_owner')
    expect((await errorOf(await post('/leave', {}, owner))).code).toBe('last_owner')
    const second = await makeColleague(app, enterprise.id, 'owner')
    const answers = await Promise.all([post('/leave', {}, owner), post('/leave', {}, second)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const [left] = await app.rows<{ owners: number }>(sql`
      SELECT count(*) AS owners FROM enterprise_members WHERE enterprise_id = ${enterprise.id} AND part = 'owner'`)
    expect(left?.owners).toBe(1)
  })

  it('are changed by their own owners alone', async () => {
    const { enterprise } = await makeEnterprise(app)
    const drafter = await makeColleague(app, enterprise.id, 'drafter')
    const approver = await makeColleague(app, enterprise.id, 'approver')
    const { owner: stranger } = await makeEnterprise(app)
    expect((await errorOf(await change(approver, drafter, 'drafter', 'none'))).code).toBe('part_required')
    expect((await errorOf(await change(stranger, drafter, 'drafter', 'none'))).code).toBe(
      'enterprise_changed',
    )
    expect((await own(drafter)).enterprise?.id).toBe(enterprise.id)
  })

  it('leave by themselves', async () => {
    const { enterprise } = await makeEnterprise(app)
    const drafter = await makeColleague(app, enterprise.id, 'drafter')
    expect(await bodyOf(await post('/leave', {}, drafter))).toEqual({
      enterprise: null,
      request: null,
      claim: null,
    })
    expect(await actionsOn(app, enterprise.id)).toContain('enterprise.member_left')
    expect((await errorOf(await post('/leave', {}, drafter))).code).toBe('enterprise_required')
  })
})
