import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CommentReceipt } from '../../worker/contract/comments'
import type {
  EnterpriseList,
  EnterpriseView,
  OwnEnterprise,
  StaffEnterprise,
} from '../../worker/contract/enterprises'
import { bodyOf, errorOf } from '../support/answers'
import { actionsOn } from '../support/audit'
import { newComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeColleague, makeEnterprise, makeParticipant, type TestMember } from '../support/make-enterprise'
import { signInAs } from '../support/make-user'
import { solvedProof } from '../support/solve-challenge'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
let staff = ''

beforeAll(async () => {
  await makeConsultation(app)
  staff = await signInAs(app, 'staff', '李颖')
})

const submit = (who: TestMember, version = 1, document = '营业执照 S0012021') =>
  app.post('/api/enterprise/verification', { version, document, note: '复印件已寄出。' }, { as: who.cookie })
const decide = (id: string, version: number, isVerified: boolean, reason = '', as = staff) =>
  app.post(`/api/staff/enterprises/${id}/verification`, { version, isVerified, reason }, { as })
const own = async (who: TestMember) =>
  (await bodyOf<OwnEnterprise>(await app.get('/api/enterprise', { as: who.cookie }))).enterprise
const list = async (query = '') =>
  bodyOf<EnterpriseList>(await app.get(`/api/staff/enterprises${query}`, { as: staff }))
const mailsTo = ({ actor }: TestMember) =>
  app.rows<{ subject_id: string }>(
    sql`SELECT subject_id FROM account_mails WHERE kind = 'verification' AND user_id = ${actor.id}`,
  )

describe('verification by a document', () => {
  it('goes from unverified over submitted to verified, each step kept and told', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    const drafter = await makeColleague(app, enterprise.id, 'drafter')
    expect(await bodyOf(await submit(owner))).toMatchObject({ state: 'submitted', version: 2 })
    const decided = await bodyOf<StaffEnterprise>(await decide(enterprise.id, 2, true))
    expect(decided.history).toMatchObject([
      { from: 'unverified', to: 'submitted', means: 'document', document: '营业执照 S0012021', by: '孙总' },
      { from: 'submitted', to: 'verified', means: 'staff', by: '李颖' },
    ])
    const seen = await own(drafter)
    expect(seen).toMatchObject({ state: 'verified', version: 3 })
    expect(seen?.history.map(({ by }) => by)).toEqual(['孙总', null])
    expect(await mailsTo(owner)).toEqual([{ subject_id: `${enterprise.id}.2` }])
    expect(await mailsTo(drafter)).toEqual([])
    expect(await actionsOn(app, enterprise.id)).toEqual([
      'enterprise.registered',
      'enterprise.submitted',
      'enterprise.verified',
    ])
  })

  it('is rejected for a reason that the members read, and may be submitted again', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    await submit(owner)
    expect(Object.keys((await errorOf(await decide(enterprise.id, 2, false))).fields ?? {})).toEqual([
      'reason',
    ])
    await decide(enterprise.id, 2, false, '执照号码与单位不符。')
    const seen = await own(owner)
    expect(seen?.state).toBe('rejected')
    expect(seen?.history.at(-1)).toMatchObject({ to: 'rejected', note: '执照号码与单位不符。', by: null })
    expect(await bodyOf(await submit(owner, 3))).toMatchObject({ state: 'submitted' })
  })

  it('is decided as it was seen: not after the owner changed something', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    await submit(owner)
    const before = await countRows(app)
    expect((await errorOf(await decide(enterprise.id, 1, true))).code).toBe('enterprise_changed')
    expect(await countRows(app)).toEqual(before)
  })

  it('is decided once where two decide at the same moment', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    await submit(owner)
    const answers = await Promise.all([
      decide(enterprise.id, 2, true),
      decide(enterprise.id, 2, false, '材料不全。'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await own(owner))?.history).toHaveLength(2)
  })

  it('is not decided before it is asked for, and can be taken back', async () => {
    const { enterprise } = await makeEnterprise(app)
    expect((await errorOf(await decide(enterprise.id, 1, true))).code).toBe('verification_refused')
    const { owner, enterprise: verified } = await makeEnterprise(app, { state: 'verified' })
    expect((await errorOf(await submit(owner))).code).toBe('verification_refused')
    await decide(verified.id, 1, false, '单位已注销。')
    expect((await own(owner))?.state).toBe('rejected')
  })

  it('is asked for by owners', async () => {
    const { enterprise } = await makeEnterprise(app)
    const approver = await makeColleague(app, enterprise.id, 'approver')
    expect((await errorOf(await submit(approver))).code).toBe('part_required')
  })

  it('keeps its history as it was', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    await submit(owner)
    for (const change of [
      sql`UPDATE verification_steps SET note = 'x' WHERE enterprise_id = ${enterprise.id}`,
      sql`DELETE FROM verification_steps WHERE enterprise_id = ${enterprise.id}`,
    ])
      await expect(app.db.run(change)).rejects.toThrow()
  })
})

describe('the list of the staff', () => {
  it('has what was submitted first in its order, and all by pages', async () => {
    await app.db.run(sql`UPDATE enterprises SET state = 'verified' WHERE state = 'submitted'`)
    const made: EnterpriseView[] = []
    for (let i = 0; i < 3; i += 1) {
      app.clock.advance(60_000)
      const { owner, enterprise } = await makeEnterprise(app)
      await submit(owner)
      made.push(enterprise)
    }
    const queue = await list('?state=submitted')
    expect(queue.items.map(({ id }) => id)).toEqual(made.map(({ id }) => id))
    expect(queue.waiting).toBe(3)
    expect((await list()).items[0]?.id).toBe(made.at(-1)?.id)
    await app.db.run(sql`
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
      INSERT INTO enterprises (id, uscc, name, kind, state, state_at, created_at)
      SELECT 'many' || i, substr('000000000000000000' || i, -18), '第' || i || '家', 'enterprise', 'rejected', 1000 + i / 7, 0 FROM n`)
    const seen: string[] = []
    for (let after = ''; ; ) {
      const page = await list(`?state=rejected${after && `&after=${after}`}`)
      seen.push(...page.items.map(({ id }) => id))
      if (!page.next) break
      after = page.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.filter((id) => id.startsWith('many'))).toHaveLength(40)
  })

  it('shows no address of a member', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    const text = await (await app.get(`/api/staff/enterprises/${enterprise.id}`, { as: staff })).text()
    expect(text).toContain('孙总')
    expect(text).not.toContain(owner.email)
  })
})

describe('a comment', () => {
  const send = async (participant: object, as?: string) => {
    const altcha = await solvedProof(app)
    const input = newComment({ altcha, participant: participant as never })
    const { publicId } = await bodyOf<CommentReceipt>(
      await app.post('/api/measures/1.1/comments', input, as ? { as } : {}),
    )
    const [row] = await app.rows<{ is_verified: number }>(
      sql`SELECT is_verified FROM comments WHERE public_id = ${publicId}`,
    )
    return row?.is_verified
  }

  it('of a member of a verified enterprise who signs for it is verified, and no other', async () => {
    const { owner, enterprise } = await makeEnterprise(app, { state: 'verified' })
    const { kind, name, uscc } = enterprise
    const signed = { kind, name, uscc }
    expect(await send(signed, owner.cookie)).toBe(1)
    expect(await send(signed)).toBe(0)
    expect(await send(signed, (await makeParticipant(app)).cookie)).toBe(0)
    expect(await send({ ...signed, name: '别的公司' }, owner.cookie)).toBe(0)
    expect(await send({ kind: 'individual' }, owner.cookie)).toBe(0)
    const other = await makeEnterprise(app)
    const unverified = { kind, name: other.enterprise.name, uscc: other.enterprise.uscc }
    expect(await send(unverified, other.owner.cookie)).toBe(0)
    expect(await send(signed, other.owner.cookie)).toBe(0)
  })

  it('begins in the form with the organisation of whoever is signed in', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    const form = async (as?: string) => (await app.get('/measures/1.1/comment', as ? { as } : {})).text()
    expect(await form(owner.cookie)).toContain(`value="${enterprise.uscc}"`)
    expect(await form()).not.toContain(enterprise.uscc)
  })
})
