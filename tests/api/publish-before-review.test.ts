import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { NewComment, ThreadPage } from '../../worker/contract/comments'
import type { QueueItemView } from '../../worker/contract/moderation/queue'
import type { ReceiptView } from '../../worker/contract/receipts'
import type { GateView } from '../../worker/contract/results'
import { bodyOf, errorOf } from '../support/answers'
import { Clock, day } from '../support/clock'
import { startDeciding } from '../support/deciding'
import { newComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeFirm, makeResponse } from '../support/make-submission'
import { signInAs } from '../support/make-user'
import { solvedProof } from '../support/solve-challenge'
import { answerTo, hiddenFieldsOf } from './html-form'

const { app, as, settle, stored, decide } = await startDeciding()
let admin = ''

beforeEach(async () => {
  app.limits.reset()
  app.clock.set(new Clock().now())
  await makeConsultation(app)
  await app.db.run(sql`UPDATE consultations SET moderation = 'after' WHERE is_current = 1`)
  admin = await signInAs(app, 'admin')
})

interface Receipt {
  publicId: string
  queryCode: string
  state: string
}
const send = async (change: Partial<NewComment> = {}) =>
  bodyOf<Receipt>(
    await app.post('/api/measures/1.1/comments', newComment({ altcha: await solvedProof(app), ...change })),
  )
const thread = async () => (await bodyOf<ThreadPage>(await app.get('/api/measures/1.1/comments'))).items
const receiptOf = async ({ publicId, queryCode }: Receipt) =>
  bodyOf<ReceiptView>(await app.post('/api/receipts/lookup', { publicId, queryCode }))
const queue = async () =>
  (await bodyOf<{ items: QueueItemView[] }>(await app.get('/api/moderation/queue', { as }))).items
const gate = async () => bodyOf<GateView>(await app.get('/api/staff/gate', { as: admin }))
const found = async (words: string) =>
  (await bodyOf<{ items: unknown[] }>(await app.get(`/api/search?q=${encodeURIComponent(words)}`))).items
    .length
const actsOn = async (publicId: string) => (await stored(publicId)).audit.map(({ action }) => action)

describe('a comment where moderation comes after publication', () => {
  it('is public at once, marked, and waits in the queue', async () => {
    const receipt = await send({ body: '建议公布灯塔企业名单。' })
    expect(receipt.state).toBe('published')
    expect((await thread()).map(({ publicId, isUnconfirmed }) => [publicId, isUnconfirmed])).toEqual([
      [receipt.publicId, true],
    ])
    expect(await found('灯塔')).toBe(1)
    expect(await (await app.get('/measures/1.1')).text()).toContain('待审核')
    const [item] = await queue()
    expect(item).toMatchObject({ publicId: receipt.publicId, reviewKind: 'first', isUnconfirmed: true })
    expect(item?.journey.map(({ step }) => step)).toEqual(['received', 'published_at_once'])
    expect(await receiptOf(receipt)).toMatchObject({
      state: 'published',
      isUnconfirmed: true,
      isHeld: false,
      mayEdit: true,
      mayWithdraw: true,
    })
    expect((await receiptOf(receipt)).dueAt).not.toBeNull()
    const { audit } = await stored(receipt.publicId)
    expect(audit[0]).toMatchObject({ action: 'comment.published_at_once', actorKind: 'system' })
  })

  it.each([
    ['personal data', '请致电 13800138000 联系我。'],
    ['a banned word', '这里有赌球网站。'],
  ])('is read first where it holds %s, and its author is told', async (_, body) => {
    await app.db.run(
      sql`INSERT OR IGNORE INTO banned_words (word, category, added_by, added_at) SELECT '赌球', 'gambling', id, 0 FROM users LIMIT 1`,
    )
    const receipt = await send({ body })
    expect(receipt.state).toBe('pending')
    expect(await thread()).toEqual([])
    expect(await receiptOf(receipt)).toMatchObject({ state: 'pending', isUnconfirmed: false, isHeld: true })
    await settle(receipt.publicId, 'publish')
    expect(await receiptOf(receipt)).toMatchObject({
      state: 'published',
      isUnconfirmed: false,
      isHeld: false,
    })
    expect(await actsOn(receipt.publicId)).not.toContain('comment.published_at_once')
  })

  it('is read first where it bears the code of a verified organisation and none of its people sends it', async () => {
    const [firm] = await app.rows<{ uscc: string; name: string }>(sql`
      SELECT uscc, name FROM enterprises WHERE id = ${(await makeFirm(app, 'verified')).enterpriseId}`)
    const named = { kind: 'enterprise' as const, name: '粤海精密机械有限公司', uscc: firm?.uscc ?? '' }
    expect((await send({ participant: named })).state).toBe('pending')
    expect(await thread()).toEqual([])
    const [item] = await queue()
    expect(item?.author).toMatchObject({ isVerified: false, registeredAs: firm?.name })
  })

  it('stays private without consent', async () => {
    const receipt = await send({ consent: { publish: false } })
    expect(receipt.state).toBe('pending')
    expect(await receiptOf(receipt)).toMatchObject({ isHeld: false })
    await settle(receipt.publicId, 'publish')
    expect((await receiptOf(receipt)).state).toBe('private')
    expect(await thread()).toEqual([])
  })

  it('changes nothing in public when it is confirmed, and is marked no more', async () => {
    const receipt = await send()
    const before = (await thread())[0]
    await settle(receipt.publicId, 'publish')
    expect((await thread())[0]).toEqual({ ...before, isUnconfirmed: false })
    expect(await queue()).toEqual([])
    const { audit, decided } = await stored(receipt.publicId)
    expect(audit[0]?.action).toBe('comment.confirmed')
    expect(decided).toMatchObject([{ decision: 'publish', fromState: 'pending', reviewKind: 'first' }])
    const { journey, dueAt, mayWithdraw, mayEdit } = await receiptOf(receipt)
    expect(journey.map(({ step }) => step)).toEqual(['received', 'published_at_once', 'publish'])
    expect({ dueAt, mayWithdraw, mayEdit }).toEqual({ dueAt: null, mayWithdraw: false, mayEdit: false })
    expect((await errorOf(await decide(receipt.publicId, 'publish'))).code).toBe('act_not_allowed')
  })

  it('is taken back with a reason when it is rejected or returned, and found no more', async () => {
    const rejected = await send({ body: '不应公开的浮标。' })
    const returned = await send({ body: '写得不清的浮标。' })
    await settle(rejected.publicId, 'reject', { reason: 'abusive' })
    await settle(returned.publicId, 'return', { reason: 'unclear' })
    expect(await thread()).toEqual([])
    expect(await found('浮标')).toBe(0)
    expect((await receiptOf(rejected)).journey.at(-1)).toMatchObject({
      step: 'reject',
      reason: { id: 'abusive' },
    })
    expect(await receiptOf(returned)).toMatchObject({ state: 'returned', isUnconfirmed: false })
    expect(await queue()).toEqual([])
    const [{ left } = { left: -1 }] = await app.rows<{ left: number }>(
      sql`SELECT count(*) AS left FROM comments WHERE is_unconfirmed = 1 AND state <> 'published'`,
    )
    expect(left).toBe(0)
  })

  it('is out of sight from a rejection that a colleague is to see first', async () => {
    await app.db.run(sql`UPDATE consultations SET second_look = 'all' WHERE is_current = 1`)
    const { publicId } = await send({ body: '另一个不应公开的航标。' })
    await settle(publicId, 'reject', { reason: 'abusive' })
    expect(await thread()).toEqual([])
    expect(await found('航标')).toBe(0)
    expect((await stored(publicId)).row).toMatchObject({ state: 'pending' })
    const reviews = await app.rows(sql`
      SELECT r.kind FROM reviews r JOIN comments c ON c.id = r.comment_id WHERE c.public_id = ${publicId}`)
    expect(reviews).toEqual([{ kind: 'second' }])
  })

  it.each(['return', 'reject'] as const)(
    'is read first once it met a %s and comes again',
    async (decision) => {
      const receipt = await send({ body: '措辞不当的信标。' })
      await settle(receipt.publicId, decision, { reason: decision === 'return' ? 'unclear' : 'abusive' })
      const { publicId, queryCode } = receipt
      const again = { publicId, queryCode, body: '措辞仍不当的信标。', stance: 'suggest' }
      expect((await app.post('/api/receipts/resubmit', again)).status).toBe(200)
      expect((await stored(publicId)).row).toMatchObject({ state: 'pending' })
      expect(await thread()).toEqual([])
    },
  )

  it('is read first where the name under it calls for it', async () => {
    const participant = { kind: 'individual', displayName: '微信13800138000' } as const
    const { publicId, state } = await send({ participant, consent: { publish: true, name: true } })
    expect(state).toBe('pending')
    expect((await stored(publicId)).row).toMatchObject({ state: 'pending' })
  })

  it('goes through the same door again when its author changes it before it is confirmed', async () => {
    const receipt = await send({ body: '第一稿。' })
    const edit = (body: string) =>
      app.post('/api/receipts/resubmit', {
        publicId: receipt.publicId,
        queryCode: receipt.queryCode,
        body,
        stance: 'suggest',
      })
    expect((await edit('第二稿灯标。')).status).toBe(200)
    expect(await thread()).toMatchObject([{ body: '第二稿灯标。', revision: 2, isUnconfirmed: true }])
    expect(await found('灯标')).toBe(1)
    expect((await queue()).map(({ revision }) => revision)).toEqual([2])
    await edit('第三稿，电话 13800138000。')
    expect(await thread()).toEqual([])
    expect(await found('灯标')).toBe(0)
    expect(await receiptOf(receipt)).toMatchObject({ state: 'pending', revision: 3, isHeld: true })
    expect((await queue()).map(({ revision }) => revision)).toEqual([3])
  })

  it('can be withdrawn until it is decided', async () => {
    const receipt = await send({ body: '要撤回的航标。' })
    const { publicId, queryCode } = receipt
    expect((await app.post('/api/receipts/withdraw', { publicId, queryCode })).status).toBe(200)
    expect(await thread()).toEqual([])
    expect(await found('航标')).toBe(0)
    expect(await queue()).toEqual([])
    expect(await receiptOf(receipt)).toMatchObject({ state: 'withdrawn', isUnconfirmed: false })
  })

  it('keeps the gate shut until every one is confirmed, and the figures add up', async () => {
    const { publicId } = await send()
    await send({ body: '电话 13800138000。' })
    const [{ closes_at }] = (await app.rows<{ closes_at: number }>(
      sql`SELECT closes_at FROM consultations WHERE is_current = 1`,
    )) as [{ closes_at: number }]
    app.clock.set(new Date(closes_at + day))
    admin = await signInAs(app, 'admin')
    const shut = await gate()
    expect(shut).toMatchObject({
      unconfirmed: 1,
      totals: { received: 2, states: { published: 1, pending: 1 } },
    })
    expect(shut.blockers).toContain('pending')
    expect(shut.blockers).not.toContain('unreconciled')
    const other = (await queue()).find((item) => item.publicId !== publicId)
    await settle(other?.publicId ?? '', 'publish')
    expect((await gate()).blockers).toContain('pending')
    await settle(publicId, 'publish')
    const { unconfirmed, blockers } = await gate()
    expect([unconfirmed, blockers.includes('pending')]).toEqual([0, false])
  })

  it('holds for each part of an organisation’s response', async () => {
    const firm = await makeFirm(app)
    await makeResponse(app, firm, 'sent')
    expect(await thread()).toMatchObject([{ isUnconfirmed: true, author: { name: firm.name } }])
    expect(await queue()).toHaveLength(1)
  })

  it('is told to its author before and after it is sent', async () => {
    const form = '/measures/1.1/comment'
    expect(await (await app.get(form)).text()).toContain('提交后立即公开，随后由工作人员审核')
    const typed = { stance: 'suggest', body: '建议公布名单。', kind: 'individual', publish: 'yes' }
    const preview = await (await app.submit(form, typed)).text()
    expect(preview).toContain('提交后立即公开，随后由工作人员审核')
    app.clock.advance(5000)
    const sent = await app.submit(form, {
      ...hiddenFieldsOf(preview),
      step: 'send',
      answer: answerTo(preview),
    })
    const cookie = sent.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const receipt = await (await app.get(sent.headers.get('location') ?? '', { as: cookie })).text()
    expect(receipt).toContain('您的意见已经公开')
    expect(await (await app.get('/policy')).text()).toContain('先发后审：同意公开的意见提交后立即公开')
  })
})

it('leaves a consultation that moderates before publication as it is', async () => {
  await makeConsultation(app)
  const receipt = await send()
  expect(receipt.state).toBe('pending')
  expect(await thread()).toEqual([])
  expect(await (await app.get('/policy')).text()).toContain('先审后发')
  expect(await (await app.get('/measures/1.1/comment')).text()).not.toContain('提交后立即公开')
})
