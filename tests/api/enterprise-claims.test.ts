import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { EnterpriseList, OwnEnterprise, StaffEnterprise } from '../../worker/contract/enterprises'
import { domainWords } from '../../worker/contract/locales'
import { inviteColleague } from '../../worker/services/enterprises/invite-colleague'
import { proveEnterprise } from '../../worker/services/sign-on/prove-enterprise'
import { bodyOf, errorOf } from '../support/answers'
import { actionsOn } from '../support/audit'
import { pdfOf, upload, uploadOf } from '../support/make-attachment'
import { makeClaim } from '../support/make-claim'
import { makeConsultation } from '../support/make-consultation'
import {
  makeColleague,
  makeEnterprise,
  makeParticipant,
  newRegistration,
  type TestMember,
} from '../support/make-enterprise'
import { signIn, signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
let staff = ''
beforeAll(async () => {
  await makeConsultation(app)
  staff = await signInAs(app, 'staff', '李颖')
})

const decide = (id: string, claim: string, isGranted: boolean, reason = '', version = 1) =>
  app.post(`/api/staff/enterprises/${id}/claims/${claim}`, { version, isGranted, reason }, { as: staff })
const own = async ({ cookie }: TestMember) =>
  bodyOf<OwnEnterprise>(await app.get('/api/enterprise', { as: cookie }))
const mailsTo = async ({ actor }: TestMember) =>
  (await app.rows<{ kind: string }>(sql`SELECT kind FROM account_mails WHERE user_id = ${actor.id}`)).map(
    ({ kind }) => kind,
  )
const signsOn = ({ actor }: TestMember) =>
  app.db.run(sql`
    INSERT INTO credentials (id, user_id, account_id, provider_id, created_at, updated_at)
    VALUES (${`s-${actor.id}`}, ${actor.id}, ${`s-${actor.id}`}, 'sign_on', 1, 1)`)
const proveBySignOn = ({ actor }: TestMember, { uscc }: { uscc: string }) =>
  proveEnterprise(app.context(actor), actor.id, { uscc, name: null })

describe('a code that others hold', () => {
  it('is claimed where registering it is refused, with a document, without scripts', async () => {
    const { enterprise } = await makeEnterprise(app)
    const claimant = await makeParticipant(app, '梁真')
    const fields = newRegistration({ uscc: enterprise.uscc }) as unknown as Record<string, string>
    const taken = await app.submit('/enterprise/register', fields, { as: claimant.cookie })
    const page = await taken.text()
    expect(page).toContain('本单位被他人占用')
    const typed = { uscc: enterprise.uscc, taken: enterprise.name, note: '' }
    const empty = await upload(app, '/enterprise/claim', uploadOf('执照.pdf', pdfOf('执照'), typed), {
      as: claimant.cookie,
    })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain(enterprise.name)
    const form = uploadOf('执照.pdf', pdfOf('执照'), { ...typed, note: '我单位从未注册。' })
    const sent = await upload(app, '/enterprise/claim', form, { as: claimant.cookie })
    expect(sent.headers.get('location')).toBe('/enterprise?done=claimed')
    expect((await own(claimant)).claim).toMatchObject({ enterprise: enterprise.name, state: 'waiting' })
    const list = await bodyOf<EnterpriseList>(
      await app.get('/api/staff/enterprises?state=claimed', { as: staff }),
    )
    expect(list.items.map(({ id }) => id)).toEqual([enterprise.id])
    expect(list.claimed).toBe(1)
    const seen = await bodyOf<StaffEnterprise>(
      await app.get(`/api/staff/enterprises/${enterprise.id}`, { as: staff }),
    )
    expect(seen.claims).toMatchObject([
      { name: '梁真', note: '我单位从未注册。', state: 'waiting', file: { name: '执照.pdf' } },
    ])
  })

  it('is handed over: the claimant owns it, everybody else is out and told, and it begins unverified', async () => {
    const { owner, enterprise } = await makeEnterprise(app, { state: 'verified' })
    const drafter = await makeColleague(app, enterprise.id, 'drafter')
    await inviteColleague(app.context(owner.actor), { part: 'owner' })
    const { id, claimant } = await makeClaim(app, enterprise)
    const decided = await bodyOf<StaffEnterprise>(await decide(enterprise.id, id, true, '执照原件已核对。'))
    expect(decided).toMatchObject({ state: 'unverified', version: 2, contact: null })
    expect(decided.members).toMatchObject([{ id: claimant.actor.id, part: 'owner' }])
    expect(decided.history).toMatchObject([
      { from: 'verified', to: 'unverified', means: 'claim', note: '执照原件已核对。', by: '李颖' },
    ])
    expect(decided.claims).toMatchObject([{ state: 'granted' }])
    expect((await own(claimant)).enterprise).toMatchObject({ part: 'owner', invitations: [] })
    for (const earlier of [owner, drafter]) {
      expect((await own(earlier)).enterprise).toBeNull()
      expect(await mailsTo(earlier)).toEqual(['handed_over'])
    }
    expect(await mailsTo(claimant)).toEqual(['claim_settled'])
    expect(await actionsOn(app, enterprise.id)).toEqual([
      ...['enterprise.registered', 'enterprise.colleague_invited', 'enterprise.claimed'],
      ...['enterprise.claim_settled', 'enterprise.member_changed', 'enterprise.member_changed'],
      ...['enterprise.member_joined', 'enterprise.handed_over'],
    ])
    const again = await app.post(
      '/api/enterprise/profile',
      { version: 2, ...profile() },
      { as: claimant.cookie },
    )
    expect(again.status).toBe(200)
  })

  it('is handed to a claimant whom the sign-on knows too', async () => {
    const { enterprise } = await makeEnterprise(app)
    const { id, claimant } = await makeClaim(app, enterprise)
    await signsOn(claimant)
    expect((await decide(enterprise.id, id, true)).status).toBe(200)
    expect((await own(claimant)).enterprise?.part).toBe('owner')
  })

  it('stays with its members where the claim is declined, for a reason that the claimant reads', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    const { id, claimant } = await makeClaim(app, enterprise)
    expect(Object.keys((await errorOf(await decide(enterprise.id, id, false))).fields ?? {})).toEqual([
      'reason',
    ])
    await decide(enterprise.id, id, false, '材料与代码不符。')
    expect((await own(claimant)).claim).toMatchObject({ state: 'declined', reason: '材料与代码不符。' })
    expect((await own(owner)).enterprise?.version).toBe(1)
    expect(await mailsTo(owner)).toEqual([])
  })

  it('is decided on once, and as it was seen', async () => {
    const { enterprise } = await makeEnterprise(app)
    const { id } = await makeClaim(app, enterprise)
    const before = await countRows(app)
    expect((await errorOf(await decide(enterprise.id, id, true, '', 7))).code).toBe('enterprise_changed')
    expect(await countRows(app)).toEqual(before)
    const answers = await Promise.all([
      decide(enterprise.id, id, true),
      decide(enterprise.id, id, false, '材料不全。'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await errorOf(await decide(enterprise.id, id, false, '再看。', 2))).code).toBe(
      'enterprise_changed',
    )
  })

  it('is not claimed from somebody whom the sign-on proved, nor twice, nor by a member of another', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    const claim = (who: TestMember) =>
      app.post('/api/enterprise/claims', { uscc: enterprise.uscc, note: '占用' }, { as: who.cookie })
    const claimant = await makeParticipant(app)
    expect((await claim(claimant)).status).toBe(200)
    expect((await errorOf(await claim(claimant))).code).toBe('claim_refused')
    await signsOn(owner)
    expect((await claim(await makeParticipant(app))).status).toBe(200)
    await proveBySignOn(owner, enterprise)
    expect((await errorOf(await claim(await makeParticipant(app)))).code).toBe('claim_refused')
    expect((await errorOf(await claim((await makeEnterprise(app)).owner))).code).toBe('already_member')
    const [row] = await app.rows<{ id: string }>(
      sql`SELECT id FROM enterprise_claims WHERE enterprise_id = ${enterprise.id}`,
    )
    expect((await errorOf(await decide(enterprise.id, row?.id ?? '', true))).code).toBe('enterprise_changed')
    expect((await own(owner)).enterprise?.part).toBe('owner')
  })
})

const profile = () => {
  const { uscc: _, ...typed } = newRegistration()
  return typed
}

describe('an account that staff shut out', () => {
  const change = (id: string, userId: string, isDisabled: boolean) =>
    app.post(`/api/staff/enterprises/${id}/accounts`, { userId, isDisabled }, { as: staff })

  it('ends its sessions and is told so at sign-in, until it is let in again', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    await inviteColleague(app.context(owner.actor), { part: 'owner' })
    const seen = await bodyOf<StaffEnterprise>(await change(enterprise.id, owner.actor.id, true))
    expect(seen.members).toMatchObject([{ id: owner.actor.id, isDisabled: true }])
    expect((await app.get('/api/enterprise', { as: owner.cookie })).status).toBe(401)
    const entered = await app.submit('/account/sign-in', { email: owner.email, password: owner.password })
    expect(entered.status).toBe(403)
    expect(await entered.text()).toContain(domainWords.zh.errors.account_disabled)
    expect(
      await app.rows(sql`SELECT 1 FROM enterprise_invitations WHERE invited_by = ${owner.actor.id}`),
    ).toEqual([])
    expect((await errorOf(await change(enterprise.id, owner.actor.id, true))).code).toBe('account_changed')
    await change(enterprise.id, owner.actor.id, false)
    expect((await app.get('/api/enterprise', { as: await signIn(app, owner) })).status).toBe(200)
    expect(await actionsOn(app, owner.actor.id)).toEqual(
      expect.arrayContaining(['user.disabled', 'user.enabled']),
    )
  })

  it('may be of somebody who was taken out, and of a claimant', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    const { id, claimant } = await makeClaim(app, enterprise)
    await change(enterprise.id, claimant.actor.id, true)
    expect((await errorOf(await decide(enterprise.id, id, true))).code).toBe('enterprise_changed')
    await change(enterprise.id, claimant.actor.id, false)
    await decide(enterprise.id, id, true)
    const seen = await bodyOf<StaffEnterprise>(await change(enterprise.id, owner.actor.id, true))
    expect(seen.former).toEqual([{ id: owner.actor.id, name: owner.actor.name, isDisabled: true }])
  })

  it('is nobody else’s: not of another enterprise, nor of the office', async () => {
    const { enterprise } = await makeEnterprise(app)
    const other = await makeEnterprise(app)
    const [admin] = await app.rows<{ id: string }>(sql`SELECT id FROM users WHERE role = 'staff' LIMIT 1`)
    const before = await countRows(app)
    for (const id of [other.owner.actor.id, admin?.id ?? ''])
      expect((await change(enterprise.id, id, true)).status).toBe(404)
    expect(await countRows(app)).toEqual(before)
  })
})
