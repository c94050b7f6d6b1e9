import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { inBeijing } from '../../worker/contract/beijing-time'
import type { CommentContextView } from '../../worker/contract/comments'
import type { ReceiptView } from '../../worker/contract/receipts'
import type { GateView, MeasureResultView, ResultView } from '../../worker/contract/results'
import { bodyOf, errorOf } from '../support/answers'
import { day } from '../support/clock'
import { makeComment, organisation, type TestComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { disposeRow, makeDraft, publishDraft } from '../support/make-revision'
import { makeUnit } from '../support/make-unit'
import { makeUser, signIn, signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
let staff = ''
let head = ''
let admin = ''
let form: TestComment[] = []
let firm: TestComment
let hidden: TestComment
let later: TestComment

const readGate = async (as = staff) => bodyOf<GateView>(await app.get('/api/staff/gate', { as }))
const publish = async (as: string, change: object = {}) => {
  const { totals } = await readGate(as)
  return app.post(
    '/api/staff/results',
    { admissible: totals.admissible, undisposed: totals.undisposed, ...change },
    { as },
  )
}
const signInHead = async () => {
  const user = await makeUser(app, 'staff', '郑岚')
  await makeUnit(app, { heads: [user.actor.id] })
  return signIn(app, user)
}
const codeOf = async (answer: Response) => ({ status: answer.status, code: (await errorOf(answer)).code })
const changeIdOf = async (clause: string) => {
  const [row] = await app.rows<{ id: number }>(sql`
    SELECT h.id FROM clause_changes h JOIN clauses cl ON cl.id = h.clause_id WHERE cl.key = ${clause}`)
  return row?.id ?? 0
}
const readMeasureOf = async (key: string, query = '') =>
  bodyOf<MeasureResultView>(await app.get(`/api/results/${key}${query}`))

const dispositionOf = async ({ publicId }: TestComment) =>
  (await bodyOf<CommentContextView>(await app.get(`/api/comments/${publicId}`))).comment.disposition

beforeAll(async () => {
  await makeConsultation(app, { closesAt: new Date(app.clock.now().getTime() + day) })
  await makeReasons(app)
  staff = await signInAs(app, 'staff')
  head = await signInHead()
  admin = await signInAs(app, 'admin')
  const body = '建议把专精特新企业的认定标准向偏远地区适当倾斜，并且公布评分细则。'
  form = [
    await makeComment(app, { body }),
    await makeComment(app, { body: `${body}谢谢。` }),
    await makeComment(app, { body: `${body}请考虑。` }),
  ]
  firm = await makeComment(app, {
    participant: organisation(),
    clause: '1.1.2',
    body: '目标应当提高到360家。',
  })
  hidden = await makeComment(app, { state: 'private' })
  later = await makeComment(app, { measure: '2.1' })
  await makeComment(app, { state: 'rejected' })
  await makeComment(app, { state: 'withdrawn' })
})

describe('before the closing', () => {
  it('the gate counts what is left all along, and stays shut', async () => {
    const gate = await readGate()
    expect(gate.totals).toMatchObject({ received: 8, admissible: 6, undisposed: 6 })
    expect(gate.blockers).toEqual(['not_closed', 'undisposed'])
    expect(gate.measures.map(({ key, undisposed }) => [key, undisposed])).toEqual([
      ['1.1', 5],
      ['2.1', 1],
    ])
    expect(await codeOf(await publish(head))).toEqual({ status: 409, code: 'gate_closed' })
    expect(await codeOf(await publish(admin, { overrideReason: '急用。' }))).toEqual({
      status: 409,
      code: 'gate_closed',
    })
  })

  it('nobody is told what became of a comment', async () => {
    await disposeRow(app, firm.publicId, 'not_adopted')
    const { publicId, queryCode } = firm
    const receipt = await bodyOf<ReceiptView>(await app.post('/api/receipts/lookup', { publicId, queryCode }))
    expect(receipt.outcome).toBeNull()
    expect((await bodyOf<ResultView>(await app.get('/api/results'))).result).toBeNull()
    expect((await app.get('/api/results/1.1')).status).toBe(404)
    expect(await dispositionOf(firm)).toBeNull()
    expect((await app.get('/results/1.1')).status).toBe(404)
    expect(await (await app.get('/results')).text()).toContain('采纳情况尚未公布')
  })
})

describe('after the closing', () => {
  it('a change that is not published yet keeps the gate shut, for an administrator too', async () => {
    await makeDraft(app, [{ act: 'amend', clause: '1.1.2', text: '力争新培育专精特新中小企业360家。' }])
    await disposeRow(app, firm.publicId, 'adopted', [await changeIdOf('1.1.2')])
    app.clock.advance(2 * day)
    staff = await signInAs(app, 'staff')
    head = await signInHead()
    admin = await signInAs(app, 'admin')
    const gate = await readGate(admin)
    expect(gate.blockers).toEqual(['unpublished_changes', 'undisposed'])
    expect(gate.mayOverride).toBe(false)
    const become = (state: string) =>
      app.db.run(sql`UPDATE comments SET state = ${state} WHERE public_id = ${firm.publicId}`)
    await become('rejected')
    expect((await readGate(admin)).blockers).toEqual(['undisposed'])
    await become('published')
    await publishDraft(app)
  })

  it('one disposition missing keeps the gate shut for the office', async () => {
    for (const { publicId } of form) await disposeRow(app, publicId, 'partly')
    await disposeRow(app, hidden.publicId, 'already_covered')
    const gate = await readGate()
    expect(gate).toMatchObject({ blockers: ['undisposed'], mayPublish: false, mayOverride: false })
    expect(gate.totals.undisposed).toBe(1)
    expect(await codeOf(await publish(head, { overrideReason: '急用。' }))).toEqual({
      status: 409,
      code: 'gate_closed',
    })
    expect(await codeOf(await publish(admin))).toEqual({ status: 409, code: 'gate_closed' })
    expect((await bodyOf<ResultView>(await app.get('/api/results'))).result).toBeNull()
  })

  it('figures other than those that were seen publish nothing', async () => {
    const answer = await publish(admin, { undisposed: 0, overrideReason: '急用。' })
    expect(await codeOf(answer)).toEqual({ status: 409, code: 'counts_changed' })
  })

  it('an administrator may publish nonetheless, for a reason that is printed with the result', async () => {
    const [first, second] = await Promise.all([
      publish(admin, { overrideReason: '省政府常务会议定于本周审议。' }),
      publish(admin, { overrideReason: '另一个理由。' }),
    ])
    expect([first.status, second.status].sort()).toEqual([200, 409])
    const { result } = await bodyOf<ResultView>(await app.get('/api/results'))
    expect(result?.totals).toMatchObject({ received: 8, admissible: 6, undisposed: 1 })
    expect(result?.override).toMatchObject({
      by: '周宁',
      overridden: [{ blocker: 'undisposed', count: 1 }],
    })
    const html = await (await app.get('/results')).text()
    expect(html).toContain(result?.override?.reason)
    expect(html).toContain('公布时尚有 1 条意见没有处理结果。经周宁决定提前公布')
    expect(
      await app.rows(
        sql`SELECT data ->> 'undisposed' AS undisposed FROM audit_log WHERE action = 'result.published'`,
      ),
    ).toEqual([{ undisposed: 1 }])
  })

  it('and never a second time', async () => {
    expect(await codeOf(await publish(admin))).toEqual({ status: 409, code: 'already_published' })
  })
})

describe('the result', () => {
  it('adds up by measure', async () => {
    const { result } = await bodyOf<ResultView>(await app.get('/api/results'))
    const of = (key: string) => result?.measures.find((measure) => measure.key === key)
    expect(of('1.1')).toMatchObject({
      admissible: 5,
      changes: 1,
      undisposed: 0,
      dispositions: { adopted: 1, partly: 3, already_covered: 1 },
    })
    expect(of('2.1')).toMatchObject({ admissible: 1, undisposed: 1 })
    expect(of('1.2')).toMatchObject({ admissible: 0, changes: 0 })
  })

  it('lists public comments, those alike in one row, with reason and revised wording; private ones are counted', async () => {
    const { rows, privateCount, changes } = await readMeasureOf('1.1')
    expect(rows.items.map(({ number, publicId, similarCount }) => [number, publicId, similarCount])).toEqual([
      [1, form[0]?.publicId, 3],
      [2, firm.publicId, 1],
    ])
    expect(rows.items[0]?.name).toBe('朱**')
    expect(rows.items[1]).toMatchObject({
      clause: '1.1.2',
      outcome: { disposition: 'adopted', changes: [{ after: '力争新培育专精特新中小企业360家。' }] },
    })
    expect(privateCount).toBe(1)
    expect(changes).toEqual([
      {
        key: '1.1.2',
        kind: 'amend',
        before: '力争新培育专精特新中小企业300家。',
        after: '力争新培育专精特新中小企业360家。',
      },
    ])
    expect(JSON.stringify(rows)).not.toContain(hidden.publicId)
  })

  it('splits a group where one of it got another disposition', async () => {
    await disposeRow(app, form[1]?.publicId ?? '', 'not_adopted')
    const { rows } = await readMeasureOf('1.1')
    expect(rows.items.map(({ publicId, similarCount }) => [publicId, similarCount])).toEqual([
      [form[0]?.publicId, 2],
      [form[1]?.publicId, 1],
      [firm.publicId, 1],
    ])
  })

  it('goes on page by page with the numbers', async () => {
    const first = await readMeasureOf('1.1', '?limit=2')
    const next = await readMeasureOf('1.1', `?limit=2&after=${first.rows.next}`)
    expect([...first.rows.items, ...next.rows.items].map(({ number }) => number)).toEqual([1, 2, 3])
    expect(next.rows.next).toBeNull()
  })

  it('is told on the receipt, to authors of private comments too', async () => {
    const outcomeOf = async ({ publicId, queryCode }: TestComment) =>
      (await bodyOf<ReceiptView>(await app.post('/api/receipts/lookup', { publicId, queryCode }))).outcome
    expect(await outcomeOf(firm)).toMatchObject({ disposition: 'adopted', reason: '意见合理。' })
    expect(await outcomeOf(hidden)).toMatchObject({ disposition: 'already_covered', changes: [] })
    expect(await outcomeOf(later)).toBeNull()
  })

  it('stands beside the comment in its thread', async () => {
    expect(await dispositionOf(firm)).toBe('adopted')
    expect(await dispositionOf(later)).toBeNull()
  })

  it('can be read as pages, in both languages', async () => {
    const english = { headers: { 'accept-language': 'en' } }
    for (const path of ['/results', '/results/1.1', '/results/1.2', '/results/print', '/', '/measures/1.1'])
      for (const options of [{}, english]) expect((await app.get(path, options)).status).toBe(200)
    const html = await (await app.get('/results/1.1')).text()
    for (const text of ['部分采纳', '含高度相似意见共 2 条', '力争新培育专精特新中小企业360家。'])
      expect(html).toContain(text)
    expect(await (await app.get('/')).text()).toContain('查看采纳情况')
  })

  it('prints the day, the figures and what was left as they were published', async () => {
    const { result } = await bodyOf<ResultView>(await app.get('/api/results'))
    const { year, month, day: date } = inBeijing(result?.publishedAt ?? '')
    app.clock.advance(40 * day)
    const html = await (await app.get('/results/print')).text()
    for (const text of [
      `${year}年${month}月${date}日`,
      '部分采纳3件',
      '公布时未办结的事项有：没有采纳情况的意见1件。经周宁决定提前公布，理由：',
      '有1件按提交人意愿不公开内容，未列入本表',
    ])
      expect(html).toContain(text)
  })

  it('prints once for who has it already', async () => {
    const first = await app.get('/results/print')
    const tag = first.headers.get('etag') ?? ''
    expect(tag).not.toBe('')
    expect((await app.get('/results/print', { headers: { 'if-none-match': tag } })).status).toBe(304)
  })

  it('says how a clause read before the change that a comment brought about', async () => {
    const [raised, again] = ['力争新培育专精特新中小企业360家。', '力争新培育专精特新中小企业380家。']
    await makeDraft(app, [
      { act: 'amend', clause: '1.1.2', text: again },
      { act: 'add', measure: '1.1', text: '公布评分细则。' },
    ])
    const [last] = await app.rows<{ id: number }>(sql`
      SELECT h.id FROM clause_changes h JOIN clauses cl ON cl.id = h.clause_id
      WHERE cl.key = '1.1.2' ORDER BY h.id DESC LIMIT 1`)
    await disposeRow(app, firm.publicId, 'adopted', [last?.id ?? 0])
    await publishDraft(app)
    const { rows } = await readMeasureOf('1.1')
    expect(rows.items.find(({ publicId }) => publicId === firm.publicId)?.outcome?.changes).toEqual([
      { key: '1.1.2', kind: 'amend', before: raised, after: again },
    ])
  })

  it('has no word of a clause that was added and removed again', async () => {
    const { changes } = await readMeasureOf('1.1')
    const added = changes.find(({ kind }) => kind === 'add')
    expect(added).toMatchObject({ before: null, after: '公布评分细则。' })
    await makeDraft(app, [{ act: 'remove', clause: added?.key ?? '' }])
    await publishDraft(app)
    const after = await readMeasureOf('1.1')
    expect(after.changes.map(({ key }) => key)).toEqual(['1.1.2'])
    expect(after.measure.changes).toBe(1)
    expect(await (await app.get('/results/print')).text()).toContain('根据意见修改原文1处')
  })
})
