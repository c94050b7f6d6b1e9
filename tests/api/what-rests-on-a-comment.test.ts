import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { domainWords } from '../../worker/contract/locales'
import type { ReceiptView } from '../../worker/contract/receipts'
import { AppError } from '../../worker/errors'
import { resubmitComment } from '../../worker/services/receipts/resubmit-comment'
import { bodyOf, errorOf } from '../support/answers'
import { beforeBatch } from '../support/before-batch'
import { makeComment, type TestComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeParticipant } from '../support/make-enterprise'
import { cookiesOf } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
const fields = domainWords.zh.fields
const given = { body: '原来的意见。', stance: 'suggest', clause: '1.1.2' } as const

beforeEach(async () => {
  app.limits.reset()
  await makeConsultation(app)
  await app.db.run(sql`UPDATE consultations SET moderation = 'after' WHERE is_current = 1`)
})

const credentials = ({ publicId, queryCode }: TestComment) => ({ publicId, queryCode })
const edit = (comment: TestComment, more: object = {}) =>
  app.post('/api/receipts/resubmit', {
    ...credentials(comment),
    body: given.body,
    stance: given.stance,
    ...more,
  })
const formOf = async (comment: TestComment) => {
  const as = cookiesOf(await app.submit('/receipts', credentials(comment)))
  return (await app.get(`/receipts/${comment.publicId}/edit`, { as })).text()
}
const publicAtOnce = () => makeComment(app, { ...given, state: 'pending' })

describe('a comment that somebody replied to stays with its clause', () => {
  const reply = (parentId: string) =>
    makeComment(app, { state: 'pending', parentId, body: '请致电 13800138000 商量。' })
  const move = (comment: TestComment) => edit(comment, { clause: '1.1.1' })
  const clauseOf = async ({ publicId }: TestComment) =>
    (
      await app.rows<{ key: string; reply_count: number }>(sql`
        SELECT cl.key, c.reply_count FROM comments c JOIN clauses cl ON cl.id = c.clause_id
        WHERE c.public_id = ${publicId}`)
    )[0]

  it('though the reply is not public yet', async () => {
    const comment = await publicAtOnce()
    await reply(comment.publicId)
    const before = await countRows(app)
    const { code, fields: wrong } = await errorOf(await move(comment))
    expect([code, wrong]).toEqual(['invalid_input', { clause: fields.clause_kept }])
    expect(await countRows(app)).toEqual(before)
    expect(await clauseOf(comment)).toEqual({ key: '1.1.2', reply_count: 0 })
    const moved = app.db.run(sql`UPDATE comments SET clause_id = NULL WHERE public_id = ${comment.publicId}`)
    await expect(Promise.resolve(moved)).rejects.toThrow()
    expect((await edit(comment, { body: '同一句，换个说法。' })).status).toBe(200)
  })

  it.each(['is public', 'is not public yet'])('where the reply comes in between and %s', async (how) => {
    const comment = await publicAtOnce()
    const between = beforeBatch(app.context(), 4, () =>
      how === 'is public'
        ? makeComment(app, { state: 'pending', parentId: comment.publicId })
        : reply(comment.publicId),
    )
    const input = { ...credentials(comment), body: given.body, stance: given.stance, clause: '1.1.1' }
    const refused = await resubmitComment(between, input).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(AppError)
    expect((refused as AppError).more.fields).toEqual({ clause: 'clause_kept' })
    expect(await clauseOf(comment)).toEqual({ key: '1.1.2', reply_count: how === 'is public' ? 1 : 0 })
  })

  it('and goes by an index', async () => {
    const steps = await app.rows<{ detail: string }>(
      sql`EXPLAIN QUERY PLAN SELECT 1 FROM comments WHERE parent_id = ${1} AND state <> 'published'`,
    )
    expect(steps.map(({ detail }) => detail).join()).toContain('comments_unpublished_of_parent (parent_id=?)')
  })
})

it('a reply is on no passage, when it is changed as when it is made', async () => {
  const parent = await publicAtOnce()
  const comment = await makeComment(app, { state: 'pending', parentId: parent.publicId })
  const { fields: wrong } = await errorOf(await edit(comment, { quote: '专精特新' }))
  expect(wrong).toEqual({ quote: fields.quote_unknown })
})

describe('the same concern, said of a comment that its author changes', () => {
  const sentence = '改动意见内容、态度、建议文字或所针对的句子后，此前的同感不再计入'
  const supported = async () => {
    const comment = await publicAtOnce()
    const { cookie } = await makeParticipant(app)
    expect((await app.post(`/api/comments/${comment.publicId}/support`, {}, { as: cookie })).status).toBe(200)
    return comment
  }
  const supportsOf = async ({ publicId }: TestComment) =>
    (
      await app.rows<{ said: number; counted: number }>(sql`
        SELECT (SELECT count(*) FROM supports WHERE comment_id = c.id) AS said,
          (SELECT sum(count) FROM support_counts WHERE comment_id = c.id) AS counted
        FROM comments c WHERE c.public_id = ${publicId}`)
    )[0]

  it.each([
    ['text', { body: '完全不同的意见。' }],
    ['stance', { stance: 'oppose' }],
    ['clause', { clause: '1.1.1' }],
    ['wording', { wording: { text: '力争新培育二百家。' } }],
  ])('counts no more once it has another %s', async (_, more) => {
    const comment = await supported()
    expect(await supportsOf(comment)).toEqual({ said: 1, counted: 1 })
    expect((await edit(comment, more)).status).toBe(200)
    expect(await supportsOf(comment)).toEqual({ said: 0, counted: 0 })
  })

  const recordOf = async ({ publicId }: TestComment) =>
    (
      await app.rows<{ data: string }>(
        sql`SELECT data FROM audit_log WHERE subject_id = ${publicId} AND action = 'comment.resubmitted'`,
      )
    ).map(({ data }) => JSON.parse(data))

  it('is counted in the record of the change that ends it, and told its author there', async () => {
    const comment = await supported()
    const { cookie } = await makeParticipant(app)
    await app.post(`/api/comments/${comment.publicId}/support`, {}, { as: cookie })
    const changed = await bodyOf<ReceiptView>(await edit(comment, { body: '完全不同的意见。' }))
    expect(changed.journey.filter((step) => step.supportsDropped)).toMatchObject([
      { step: 'resubmitted', revision: 2, supportsDropped: 2 },
    ])
    await edit(comment, { body: '又改了一次。' })
    expect(await recordOf(comment)).toEqual([{ revision: 2, supportsDropped: 2 }, { revision: 3 }])
    const as = cookiesOf(await app.submit('/receipts', credentials(comment)))
    const page = await (await app.get(`/receipts/${comment.publicId}`, { as })).text()
    expect(page.split('修改前的 2 个同感不再计入。')).toHaveLength(2)
  })

  it('stays where it says the same in the same place', async () => {
    const comment = await supported()
    expect((await edit(comment, { displayName: '朱小明', contact: 'zhu@example.org' })).status).toBe(200)
    expect(await supportsOf(comment)).toEqual({ said: 1, counted: 1 })
    expect(await recordOf(comment)).toEqual([{ revision: 2, changed: ['author', 'contact'] }])
  })

  it('is named on its form, where there is some', async () => {
    const comment = await supported()
    expect(await formOf(comment)).toContain(sentence)
    expect(await formOf(await publicAtOnce())).not.toContain(sentence)
  })
})
