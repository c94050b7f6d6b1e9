import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { type CommentState, roles } from '../../worker/contract/words'
import { bodyOf, errorOf } from '../support/answers'
import { actionsOn } from '../support/audit'
import { day } from '../support/clock'
import { makeComment, type TestComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeFirm, makeResponse } from '../support/make-submission'
import { cookiesOf, signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeReasons(app)

beforeEach(async () => {
  await makeConsultation(app)
})

const erase = (
  { publicId, queryCode }: Pick<TestComment, 'publicId' | 'queryCode'>,
  more: object = { confirm: true },
) => app.post('/api/receipts/erase', { publicId, queryCode, ...more })
const stateOf = async (publicId: string) => {
  const [row] = await app.rows<{ state: CommentState; reply_count: number; is_erased: number }>(sql`
    SELECT state, reply_count, erased_at IS NOT NULL AS is_erased FROM comments WHERE public_id = ${publicId}`)
  return row
}

describe.each([
  ['pending', 'withdrawn'],
  ['returned', 'withdrawn'],
  ['published', 'published'],
  ['private', 'private'],
  ['rejected', 'rejected'],
  ['withdrawn', 'withdrawn'],
] as const)('a comment that is %s', (state, after) => {
  it(`is ${after} once it is erased, in its row and in the counters`, async () => {
    const own = await makeComment(app, { state })
    expect((await erase(own)).status).toBe(200)
    expect(await stateOf(own.publicId)).toMatchObject({ state: after, is_erased: 1 })
    const counts = await app.rows<{ state: string; count: number }>(sql`
      SELECT state, sum(count) AS count FROM comment_counts n JOIN measures m ON m.id = n.measure_id
      WHERE m.consultation_id = (SELECT consultation_id FROM comments WHERE public_id = ${own.publicId})
      GROUP BY state HAVING sum(count) > 0`)
    expect(counts).toEqual([{ state: after, count: 1 }])
  })
})

describe('an erasure is refused', () => {
  it('with a wrong code, without the tick, and a second time; nothing is written then', async () => {
    const own = await makeComment(app)
    const before = await countRows(app)
    expect(await errorOf(await erase({ ...own, queryCode: '0000-0000-0000' }))).toMatchObject({
      code: 'receipt_not_found',
    })
    expect(await errorOf(await erase(own, {}))).toMatchObject({ fields: { confirm: expect.any(String) } })
    expect(await errorOf(await erase(own, { confirm: false }))).toMatchObject({ code: 'invalid_input' })
    const as = cookiesOf(await app.submit('/receipts', { publicId: own.publicId, queryCode: own.queryCode }))
    const page = await (await app.submit(`/receipts/${own.publicId}/erase`, {}, { as })).text()
    expect(page.includes('<a href="#field-confirm">请先勾选“我已看清，确认删除”。</a>')).toBe(true)
    expect(await countRows(app)).toEqual(before)
    await erase(own)
    const once = await countRows(app)
    expect(await errorOf(await erase(own))).toMatchObject({ code: 'already_erased' })
    expect(await countRows(app)).toEqual(once)
    expect((await actionsOn(app, own.publicId)).filter((action) => action === 'comment.erased')).toHaveLength(
      1,
    )
  })

  it.each([...roles, null])('to a %s who has no code, whatever they are otherwise let into', async (role) => {
    const own = await makeComment(app)
    const as = role === null ? undefined : await signInAs(app, role)
    const path = `/receipts/${own.publicId}/erase`
    const before = await countRows(app)
    const guesses = ['0000-0000-0000', '', own.publicId]
    for (const queryCode of guesses) {
      const answer = await app.post('/api/receipts/erase', { ...own, queryCode, confirm: true }, { as })
      expect([404, 422]).toContain(answer.status)
    }
    const form = await app.submit(path, { confirm: 'yes' }, { as })
    expect([form.status, form.headers.get('location')]).toEqual([303, expect.stringContaining('/receipts')])
    expect(await countRows(app)).toEqual(before)
    expect(await stateOf(own.publicId)).toMatchObject({ state: 'published', is_erased: 0 })
    if (role !== null && role !== 'participant') {
      const account = await app.post(
        '/api/own-account/erase',
        { password: 'whatever', confirm: true },
        { as },
      )
      expect(await errorOf(account)).toMatchObject({ code: expect.stringMatching(/forbidden|desk_account/) })
      expect(await countRows(app)).toEqual(before)
    }
  })

  it('for a part of an enterprise’s response, and the page says how its approver takes it out', async () => {
    const firm = await makeFirm(app)
    await makeResponse(app, firm, 'sent')
    const answer = await app.get('/api/enterprise/response/versions/1', { as: firm.approver.cookie })
    const { comments } = await bodyOf<{ comments: TestComment[] }>(answer)
    const part = comments[0] as TestComment
    expect(await errorOf(await erase(part))).toMatchObject({ code: 'part_of_response' })
    const as = cookiesOf(
      await app.submit('/receipts', { publicId: part.publicId, queryCode: part.queryCode }),
    )
    const page = await (await app.get(`/receipts/${part.publicId}/erase`, { as })).text()
    expect(page).toContain('请由本单位的审批人在意见稿页面重开')
    expect(page).not.toContain('name="confirm"')
  })
})

describe('an erased comment', () => {
  it('leaves its thread with its last reply, and counts for none of those above it', async () => {
    const root = await makeComment(app)
    const reply = await makeComment(app, { parentId: root.publicId })
    expect(await stateOf(root.publicId)).toMatchObject({ reply_count: 1 })
    await erase(root)
    const shown = async () => await (await app.get('/api/measures/1.1/comments')).text()
    expect(await shown()).toContain(root.publicId)
    await expect(makeComment(app, { parentId: root.publicId })).rejects.toThrow()
    await erase(reply)
    expect(await stateOf(root.publicId)).toMatchObject({ reply_count: 0 })
    expect(await shown()).not.toContain(root.publicId)
    expect((await app.get(`/api/comments/${root.publicId}`)).status).toBe(410)
  })

  it('can be erased after closing too', async () => {
    const own = await makeComment(app)
    app.clock.advance(60 * day)
    expect((await erase(own)).status).toBe(200)
  })

  it('leaves its like in their group with a text of their own', async () => {
    const body = '建议把专精特新企业的认定标准向偏远地区适当倾斜，并且公布评分细则和名单。'
    const first = await makeComment(app, { body })
    const other = await makeComment(app, { body: `${body}谢谢。` })
    await erase(first)
    const groups = await app.rows<{ normal_text: string; member_count: number }>(sql`
      SELECT normal_text, member_count FROM similar_groups WHERE id = (
        SELECT similar_group_id FROM comments WHERE public_id = ${other.publicId})`)
    expect(groups).toEqual([{ normal_text: expect.stringContaining('谢谢'), member_count: 1 }])
  })
})

describe('the erasure page', () => {
  it('works without scripts: shows what goes and stays, asks for the tick, and leads back to the receipt', async () => {
    const own = await makeComment(app, { body: '这是要删除的意见。' })
    const path = `/receipts/${own.publicId}/erase`
    expect((await app.get(path)).status).toBe(303)
    const as = cookiesOf(await app.submit('/receipts', { publicId: own.publicId, queryCode: own.queryCode }))
    const page = await (await app.get(path, { as })).text()
    for (const said of ['将会删除', '必须保留', 'type="checkbox"']) expect(page).toContain(said)
    const refused = await app.submit(path, {}, { as })
    expect(refused.status).toBe(422)
    expect(await stateOf(own.publicId)).toMatchObject({ is_erased: 0 })
    const done = await app.submit(path, { confirm: 'yes' }, { as })
    expect([done.status, done.headers.get('location')]).toEqual([303, `/receipts/${own.publicId}`])
    const receipt = await (await app.get(`/receipts/${own.publicId}`, { as })).text()
    expect(receipt).toContain('应您的要求删除')
    expect(receipt).not.toContain('这是要删除的意见')
  })
})
