import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CaseCount, DisposedView, DispositionView } from '../../worker/contract/dispositions'
import { limits } from '../../worker/contract/limits'
import { disposeOf } from '../../worker/services/dispositions/dispose-of'
import { bodyOf, errorOf } from '../support/answers'
import { auditOf } from '../support/audit'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeStandardText } from '../support/make-response'
import { closeDraft, makeDraft } from '../support/make-revision'
import { makeUnit } from '../support/make-unit'
import { makeUser, signIn, type TestUser } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
let clerk: TestUser
let colleague: TestUser
let as = ''
let publicId = ''

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  clerk = await makeUser(app, 'staff', '李颖')
  colleague = await makeUser(app, 'staff', '吴昊')
  as = await signIn(app, clerk)
  await makeUnit(app, { leads: ['2.1'], members: [colleague.actor.id] })
})

beforeEach(async () => {
  publicId = (await makeComment(app)).publicId
})

const reason = '与《办法》第三条一致。'
const path = '/api/staff/dispositions'
const input = (change: object = {}) => ({
  cases: [{ publicId, version: 0, revision: 1 }],
  disposition: 'not_adopted',
  reason,
  ...change,
})
const send = (change: object = {}, who = as) => app.post(path, input(change), { as: who })
const read = async (id = publicId) => bodyOf<DispositionView>(await app.get(`${path}/of/${id}`, { as }))
const count = async (selection: object, who = as) =>
  bodyOf<CaseCount>(await app.post(`${path}/count`, { selection }, { as: who }))

async function expectRefused(change: object, code: string, fields: string[] = []) {
  const answer = await send(change)
  const error = await errorOf(answer)
  expect(error.code).toBe(code)
  expect(Object.keys(error.fields ?? {})).toEqual(fields)
  expect((await read()).version).toBe(0)
  return error
}

describe('a disposition', () => {
  it('is kept with its reason, who and when, and counted', async () => {
    expect(await bodyOf<DisposedView>(await send())).toEqual({ disposed: [publicId], refused: [] })
    const view = await read()
    expect(view).toMatchObject({ version: 1, disposition: 'not_adopted', isMine: true, isAdmissible: true })
    expect(view.history).toEqual([
      {
        version: 1,
        revision: 1,
        disposition: 'not_adopted',
        reason,
        passedTo: null,
        changes: [],
        standardText: null,
        by: '李颖',
        at: app.clock.now().toISOString(),
      },
    ])
    const [row] = await app.rows<{ count: number }>(sql`
      SELECT sum(count) AS count FROM case_counts WHERE disposition = 'not_adopted'`)
    const [all] = await app.rows<{ count: number }>(sql`
      SELECT count(*) AS count FROM cases WHERE disposition = 'not_adopted' AND is_admissible = 1`)
    expect(row?.count).toBe(all?.count)
  })

  it('keeps every version, newest first', async () => {
    await send()
    await send({
      cases: [{ publicId, version: 1, revision: 1 }],
      disposition: 'passed_on',
      passedTo: '省发展改革委',
    })
    const { history } = await read()
    expect(history.map(({ version, disposition, passedTo }) => [version, disposition, passedTo])).toEqual([
      [2, 'passed_on', '省发展改革委'],
      [1, 'not_adopted', null],
    ])
  })

  it('is recorded once in the audit, without its words', async () => {
    await send()
    const [entry, ...more] = await auditOf(app, publicId, 'comment.disposed')
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      actorId: clerk.actor.id,
      data: { disposition: 'not_adopted', version: 1, changes: 0 },
    })
  })

  it('names the standard text that it was written from, in its wording', async () => {
    const text = await makeStandardText(app)
    await send({ standardText: { id: text.id, version: 1 } })
    expect((await read()).history[0]?.standardText).toEqual({ id: text.id, version: 1, title: text.title })
  })

  it('that is adopted names the clauses that changed', async () => {
    await makeDraft(app, [{ act: 'amend', clause: '1.1.2', text: '力争新培育三百二十家。' }])
    const [choice] = (await read()).changes
    expect(choice).toMatchObject({ clauseKey: '1.1.2', kind: 'amend', isPublished: false })
    await send({ disposition: 'adopted', changes: [choice?.id] })
    const { history } = await read()
    expect(history[0]?.changes).toEqual([choice])
    await closeDraft(app)
  })

  it('that is adopted names no change that was taken back', async () => {
    await makeDraft(app, [{ act: 'amend', clause: '1.1.3', text: '扎实推动“小升规”。' }])
    const choice = (await read()).changes.find(({ clauseKey }) => clauseKey === '1.1.3')
    await send({ disposition: 'adopted', changes: [choice?.id] })
    await send({
      cases: [{ publicId, version: 1, revision: 1 }],
      disposition: 'adopted',
      isTextUnchanged: true,
    })
    await makeDraft(app, [{ act: 'take_back', clause: '1.1.3' }])
    const after = await read()
    expect(after.changes.map(({ id }) => id)).not.toContain(choice?.id)
    expect(after.history[1]?.changes.map(({ id }) => id)).toEqual([choice?.id])
    publicId = (await makeComment(app)).publicId
    await expectRefused({ disposition: 'adopted', changes: [choice?.id] }, 'invalid_input', ['changes'])
    await closeDraft(app)
  })
})

describe('what is refused', () => {
  it('is adopting without saying what became of the text', async () => {
    await expectRefused({ disposition: 'partly' }, 'invalid_input', ['changes'])
    await expectRefused({ disposition: 'adopted', changes: [9999] }, 'invalid_input', ['changes'])
    expect((await send({ disposition: 'partly', isTextUnchanged: true })).status).toBe(200)
  })

  it('is passing on to nobody, and sending elsewhere what is not passed on', async () => {
    await expectRefused({ disposition: 'passed_on' }, 'invalid_input', ['passedTo'])
    await expectRefused({ passedTo: '省商务厅' }, 'invalid_input', ['passedTo'])
  })

  it('is a standard text that is not there or out of use', async () => {
    await expectRefused({ standardText: { id: 9999, version: 1 } }, 'invalid_input', ['standardText'])
    const { id } = await makeStandardText(app)
    await expectRefused({ standardText: { id, version: 2 } }, 'invalid_input', ['standardText'])
    await app.post(`/api/staff/standard-texts/${id}/use`, { isActive: false }, { as })
    await expectRefused({ standardText: { id, version: 1 } }, 'invalid_input', ['standardText'])
  })

  it('is a comment that was never accepted, or no longer is', async () => {
    const { publicId: pending } = await makeComment(app, { state: 'pending' })
    expect((await send({ cases: [{ publicId: pending, version: 0, revision: 1 }] })).status).toBe(404)
    await app.db.run(sql`UPDATE comments SET state = 'rejected' WHERE public_id = ${publicId}`)
    await expectRefused({}, 'case_closed')
    expect((await read()).isAdmissible).toBe(false)
  })

  it('is another unit’s comment, but not to its people or an administrator', async () => {
    publicId = (await makeComment(app, { measure: '2.1' })).publicId
    const error = await expectRefused({}, 'forbidden')
    expect(error.message).toContain('其他处室')
    expect((await read()).isMine).toBe(false)
    expect((await send({}, await signIn(app, colleague))).status).toBe(200)
    const admin = await signIn(app, await makeUser(app, 'admin'))
    expect((await send({ cases: [{ publicId, version: 1, revision: 1 }] }, admin)).status).toBe(200)
  })

  it('is what a colleague was faster with, and tells who made what of it', async () => {
    await send({}, await signIn(app, colleague))
    const answer = await send({ disposition: 'already_covered' })
    const { code, message } = await errorOf(answer)
    expect(code).toBe('disposition_changed')
    expect(message).toContain('吴昊')
    expect(message).toContain('未采纳')
    expect((await read()).history).toHaveLength(1)
    expect(await auditOf(app, publicId, 'comment.disposed')).toHaveLength(1)
  })
})

describe('two at the same moment', () => {
  it('leave one disposition, one row of the audit, and one who is told', async () => {
    const by = (user: TestUser) =>
      disposeOf(app.context(user.actor), input() as Parameters<typeof disposeOf>[1])
    const results = await Promise.allSettled([by(clerk), by(colleague)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = results.find((result) => result.status === 'rejected')
    expect(lost?.reason).toMatchObject({ code: 'disposition_changed' })
    expect((await read()).history).toHaveLength(1)
    expect(await auditOf(app, publicId, 'comment.disposed')).toHaveLength(1)
  })
})

describe('a change that is taken back between reading and writing', () => {
  it('refuses all that name it, and writes nothing', async () => {
    await makeDraft(app, [{ act: 'amend', clause: '1.1.2', text: '力争新培育三百三十家。' }])
    const choice = (await read()).changes.find(({ isPublished }) => !isPublished)
    const ctx = app.context(clerk.actor)
    let batches = 0
    const batch: typeof ctx.db.batch = async (queries) => {
      batches += 1
      if (batches === 2) await makeDraft(app, [{ act: 'take_back', clause: '1.1.2' }])
      return ctx.db.batch(queries)
    }
    const db = new Proxy(ctx.db, { get: (on, key) => (key === 'batch' ? batch : Reflect.get(on, key)) })
    const other = (await makeComment(app)).publicId
    const cases = [publicId, other].map((id) => ({ publicId: id, version: 0, revision: 1 }))
    const adopted = { cases, disposition: 'adopted' as const, reason, changes: [choice?.id ?? 0] }
    await expect(disposeOf({ ...ctx, db }, adopted)).rejects.toMatchObject({
      code: 'invalid_input',
      more: { fields: { changes: 'text_change_unknown' } },
    })
    expect((await read()).history).toEqual([])
    expect(await auditOf(app, other, 'comment.disposed')).toEqual([])
    await closeDraft(app)
  })
})

describe('many at once', () => {
  it('are done but for those that changed meanwhile, each with its reason', async () => {
    const others = [
      await makeComment(app),
      await makeComment(app, { measure: '2.1' }),
      await makeComment(app),
    ]
    const ids = [publicId, ...others.map((each) => each.publicId)]
    await send({ cases: [{ publicId: ids[1], version: 0, revision: 1 }] })
    const answer = await send({ cases: ids.map((id) => ({ publicId: id, version: 0, revision: 1 })) })
    const { disposed, refused } = await bodyOf<DisposedView>(answer)
    expect(disposed.sort()).toEqual([ids[0], ids[3]].sort())
    expect(refused.map(({ publicId, code }) => [publicId, code])).toEqual([
      [ids[1], 'disposition_changed'],
      [ids[2], 'forbidden'],
    ])
    expect(await auditOf(app, ids[3] ?? '', 'comment.disposed')).toHaveLength(1)
  })

  it('are at most so many', async () => {
    const cases = Array.from({ length: limits.caseBatch + 1 }, () => ({ publicId, version: 0, revision: 1 }))
    await expectRefused({ cases }, 'invalid_input', ['cases'])
  })

  it('are counted first: a group without what is done, with what the write will ask for', async () => {
    const body = '建议把新培育专精特新中小企业的目标由三百家提高到三百五十家，并且按地市分解落实到位。'
    const made = []
    for (const place of ['甲市', '乙市', '丙市'])
      made.push(await makeComment(app, { body: `${body}（${place}）` }))
    const ids = made.map((each) => each.publicId)
    const group = { of: 'group', publicId: ids[0] }
    const before = await count(group)
    expect(before).toMatchObject({ count: 3, done: 0, others: 0, closed: 0 })
    expect(before.cases.map((each) => each.publicId)).toEqual(ids)
    expect(before.sample).toHaveLength(3)
    await send({ cases: before.cases.slice(0, 1) })
    expect(await count(group)).toMatchObject({ count: 2, done: 1 })
    const chosen = await count({ of: 'chosen', publicIds: ids })
    expect(chosen.cases).toEqual([
      { publicId: ids[0], version: 1, revision: 1 },
      { publicId: ids[1], version: 0, revision: 1 },
      { publicId: ids[2], version: 0, revision: 1 },
    ])
    const view = await bodyOf<DisposedView>(
      await send({ cases: chosen.cases, disposition: 'already_covered' }),
    )
    expect(view).toEqual({ disposed: expect.arrayContaining(ids), refused: [] })
    expect((await read(ids[2])).similar).toBe(3)
  })

  it('are counted without another unit’s and those that are not accepted', async () => {
    const theirs = (await makeComment(app, { measure: '2.1' })).publicId
    const closed = (await makeComment(app)).publicId
    await app.db.run(sql`UPDATE comments SET state = 'rejected' WHERE public_id = ${closed}`)
    expect(await count({ of: 'chosen', publicIds: [publicId, theirs, closed] })).toMatchObject({
      count: 1,
      others: 1,
      closed: 1,
      cases: [{ publicId, version: 0, revision: 1 }],
    })
  })

  it('are a full set in one act', async () => {
    const cases = [{ publicId, version: 0, revision: 1 }]
    for (let i = 0; i < 30; i += 1)
      cases.push({ publicId: (await makeComment(app)).publicId, version: 0, revision: 1 })
    const view = await bodyOf<DisposedView>(await send({ cases }))
    expect(view.disposed).toHaveLength(31)
  })
})
