import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ReceiptView } from '../../worker/contract/receipts'
import type { CommentState } from '../../worker/contract/words'
import { auditLog, comments } from '../../worker/db/schema'
import { bodyOf, errorOf } from '../support/answers'
import { Clock, hour } from '../support/clock'
import { decide, letTakeEffect, makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
let as = ''

beforeAll(async () => {
  await makeReasons(app)
  as = await signInAs(app, 'moderator')
})

beforeEach(async () => {
  app.clock.set(new Clock().now())
  await makeConsultation(app)
})

type Receipt = { publicId: string; queryCode: string }

const withdraw = ({ publicId, queryCode }: Receipt) =>
  app.post('/api/receipts/withdraw', { publicId, queryCode })
const lookUp = ({ publicId, queryCode }: Receipt) => app.post('/api/receipts/lookup', { publicId, queryCode })

async function expectRefused(receipt: Receipt, code: string): Promise<void> {
  const before = await countRows(app)
  expect((await errorOf(await withdraw(receipt))).code).toBe(code)
  expect(await countRows(app)).toEqual(before)
}

const waitingFor = ({ publicId }: Receipt) =>
  app.rows(sql`
    SELECT r.kind FROM reviews r JOIN comments c ON c.id = r.comment_id WHERE c.public_id = ${publicId}`)

describe('a comment that is taken back', () => {
  it.each<CommentState>(['pending', 'returned', 'rejected'])(
    'while it is %s says so, and when',
    async (state) => {
      const receipt = await makeComment(app, { state })
      expect((await bodyOf<ReceiptView>(await lookUp(receipt))).mayWithdraw).toBe(true)
      app.clock.advance(hour)
      const view = await bodyOf<ReceiptView>(await withdraw(receipt))
      const { state: now, mayWithdraw, mayEdit, mayResubmit, mayAppeal } = view
      expect({ now, mayWithdraw, mayEdit, mayResubmit, mayAppeal }).toEqual({
        now: 'withdrawn',
        mayWithdraw: false,
        mayEdit: false,
        mayResubmit: false,
        mayAppeal: false,
      })
      expect(view.journey.at(-1)).toEqual({
        at: app.clock.now().toISOString(),
        step: 'withdrawn',
        revision: 1,
        reason: null,
        note: null,
      })
    },
  )

  it('leaves the queue, with what a moderator was about to decide on it', async () => {
    const receipt = await makeComment(app, { state: 'pending' })
    const { publicId } = receipt
    const decision = { publicId, revision: 1, decision: 'publish' }
    expect((await app.post('/api/moderation/decisions', decision, { as })).status).toBe(200)
    expect((await withdraw(receipt)).status).toBe(200)
    await letTakeEffect(app)
    expect(await waitingFor(receipt)).toEqual([])
    expect((await bodyOf<ReceiptView>(await lookUp(receipt))).state).toBe('withdrawn')
    expect((await app.get(`/api/comments/${publicId}`)).status).toBe(404)
  })

  it('ends an appeal against what was decided on it', async () => {
    const receipt = await makeComment(app, { state: 'returned' })
    const { publicId, queryCode } = receipt
    await app.post('/api/receipts/appeal', { publicId, queryCode, text: '请再看一次。' })
    expect(await waitingFor(receipt)).toEqual([{ kind: 'appeal' }])
    await withdraw(receipt)
    expect(await waitingFor(receipt)).toEqual([])
  })

  it('takes the contact of its author with it', async () => {
    const receipt = await makeComment(app, { state: 'pending', contact: '13800138000' })
    await withdraw(receipt)
    expect(
      await app.rows(sql`
        SELECT 1 FROM comment_contacts
        WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${receipt.publicId})`),
    ).toEqual([])
  })

  it('has its audit row, and moves from one counter to the other', async () => {
    const count = async (state: CommentState) => {
      const [row] = await app.rows<{ n: number }>(sql`
        SELECT sum(count) AS n FROM comment_counts WHERE state = ${state}`)
      return row?.n ?? 0
    }
    const receipt = await makeComment(app, { state: 'pending' })
    const before = [await count('pending'), await count('withdrawn')]
    await withdraw(receipt)
    expect([await count('pending'), await count('withdrawn')]).toEqual([
      (before[0] ?? 0) - 1,
      (before[1] ?? 0) + 1,
    ])
    const rows = await app.db.select().from(auditLog).where(eq(auditLog.subjectId, receipt.publicId))
    expect(rows.at(-1)).toMatchObject({
      action: 'comment.withdrawn',
      actorKind: 'participant',
      actorId: null,
    })
  })

  it('is so once', async () => {
    const receipt = await makeComment(app, { state: 'pending' })
    const answers = await Promise.all([withdraw(receipt), withdraw(receipt)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('taking back is refused', () => {
  it.each<CommentState>(['published', 'private', 'withdrawn'])('for a comment that is %s', async (state) => {
    await expectRefused(await makeComment(app, { state }), 'not_withdrawable')
  })

  it('from 24:00 of the closing day', async () => {
    const opensAt = new Date(app.clock.now().getTime() - hour)
    const closesAt = new Date(app.clock.now().getTime() + hour)
    await makeConsultation(app, { opensAt, closesAt })
    const receipt = await makeComment(app, { state: 'pending' })
    app.clock.set(closesAt)
    await expectRefused(receipt, 'not_withdrawable')
    app.clock.set(new Date(closesAt.getTime() - 1))
    expect((await withdraw(receipt)).status).toBe(200)
  })

  it('to whoever does not hold the code', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    await expectRefused({ publicId, queryCode: '0000-0000-0000' }, 'receipt_not_found')
  })
})

describe('a text that waits to be read', () => {
  const change = { body: '等待审核时改过的意见。', stance: 'oppose' }
  const edit = ({ publicId, queryCode }: Receipt) =>
    app.post('/api/receipts/resubmit', { publicId, queryCode, ...change })

  it('may be changed, and waits anew at the end of the queue', async () => {
    const receipt = await makeComment(app, { state: 'pending', body: '第一稿。' })
    app.clock.advance(hour)
    const view = await bodyOf<ReceiptView>(await edit(receipt))
    expect(view).toMatchObject({ state: 'pending', revision: 2, ...change, mayEdit: true })
    expect(view.journey.map(({ step, revision }) => [step, revision])).toEqual([
      ['received', 1],
      ['resubmitted', 2],
    ])
    const [row] = await app.db.select().from(comments).where(eq(comments.publicId, receipt.publicId))
    expect(
      await app.rows(sql`SELECT revision, kind, opened_at FROM reviews WHERE comment_id = ${row?.id ?? 0}`),
    ).toEqual([{ revision: 2, kind: 'first', opened_at: app.clock.now().getTime() }])
  })

  it('is decided on in its new revision only', async () => {
    const receipt = await makeComment(app, { state: 'pending' })
    await edit(receipt)
    const { publicId } = receipt
    const old = { publicId, revision: 1, decision: 'publish' }
    expect((await app.post('/api/moderation/decisions', old, { as })).status).toBe(409)
    await decide(app, { publicId, revision: 2, decision: 'publish' })
    expect(await (await app.get(`/api/comments/${publicId}`)).text()).toContain(change.body)
  })

  it('is not changed any more once a moderator has decided, even before that takes effect', async () => {
    const receipt = await makeComment(app, { state: 'pending' })
    const decision = { publicId: receipt.publicId, revision: 1, decision: 'publish' }
    await app.post('/api/moderation/decisions', decision, { as })
    expect((await bodyOf<ReceiptView>(await lookUp(receipt))).mayEdit).toBe(false)
    expect((await errorOf(await edit(receipt))).code).toBe('not_resubmittable')
  })

  it('is not changed any more once a first reader wants it rejected', async () => {
    await makeConsultation(app, { secondLook: 'all' })
    const receipt = await makeComment(app, { state: 'pending' })
    const decision = { publicId: receipt.publicId, revision: 1, decision: 'reject', reason: 'abusive' }
    await app.post('/api/moderation/decisions', decision, { as })
    await letTakeEffect(app)
    expect((await errorOf(await edit(receipt))).code).toBe('not_resubmittable')
    expect((await bodyOf<ReceiptView>(await withdraw(receipt))).state).toBe('withdrawn')
    expect(await waitingFor(receipt)).toEqual([])
  })
})
