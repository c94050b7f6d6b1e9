import { asc, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { QueueView } from '../../worker/contract/moderation/queue'
import type { ReceiptView } from '../../worker/contract/receipts'
import type { CommentState } from '../../worker/contract/words'
import { auditLog, commentRevisions, commentSignals, comments } from '../../worker/db/schema'
import { bodyOf, errorOf } from '../support/answers'
import { hour } from '../support/clock'
import { decide, letTakeEffect, makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
let as = ''

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  as = await signInAs(app, 'moderator')
})

const change = { body: '改过的意见。', stance: 'oppose' }
type Receipt = { publicId: string; queryCode: string }

const resubmit = ({ publicId, queryCode }: Receipt, more: object = {}) =>
  app.post('/api/receipts/resubmit', { publicId, queryCode, ...change, ...more })

async function expectRefused(receipt: Receipt, code: string, more: object = {}): Promise<void> {
  const before = await countRows(app)
  expect((await errorOf(await resubmit(receipt, more))).code).toBe(code)
  expect(await countRows(app)).toEqual(before)
}

describe('a changed text', () => {
  it('stands in place of the returned one, which is kept', async () => {
    const receipt = await makeComment(app, { state: 'returned', body: '第一稿。', stance: 'suggest' })
    const firstSent = (await stored(receipt)).submittedAt
    app.clock.advance(hour)
    const view = await bodyOf<ReceiptView>(await resubmit(receipt))
    expect(view).toMatchObject({ state: 'pending', revision: 2, ...change, mayResubmit: false })
    const row = await stored(receipt)
    expect(row).toMatchObject({ state: 'pending', revision: 2, ...change, submittedAt: app.clock.now() })
    expect(row.createdAt).toEqual(firstSent)
    const kept = await app.db.select().from(commentRevisions).where(eq(commentRevisions.commentId, row.id))
    expect(kept).toEqual([
      {
        commentId: row.id,
        revision: 1,
        body: '第一稿。',
        stance: 'suggest',
        submittedAt: firstSent,
        targets: '[]',
        clauseId: null,
      },
    ])
  })

  it('has its audit row, without its words', async () => {
    const receipt = await makeComment(app, { state: 'returned' })
    await resubmit(receipt)
    const rows = await app.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subjectId, receipt.publicId))
      .orderBy(asc(auditLog.id))
    expect(rows.map(({ action }) => action)).toEqual([
      'comment.submitted',
      'comment.returned',
      'comment.resubmitted',
    ])
    expect(rows[2]).toMatchObject({ actorKind: 'participant', actorId: null, data: { revision: 2 } })
    expect(JSON.stringify(rows)).not.toContain('改过')
  })

  it('waits in the queue again, at the end, beside the text that it replaces', async () => {
    const receipt = await makeComment(app, { state: 'returned', body: '第一稿。' })
    const waiting = await makeComment(app, { state: 'pending' })
    app.clock.advance(hour)
    await resubmit(receipt, { body: '第二稿，排在最后。' })
    const { items } = await bodyOf<QueueView>(await app.get('/api/moderation/queue?limit=100', { as }))
    const ids = items.map(({ publicId }) => publicId)
    expect(ids.indexOf(receipt.publicId)).toBeGreaterThan(ids.indexOf(waiting.publicId))
    const item = items.find(({ publicId }) => publicId === receipt.publicId)
    expect(item).toMatchObject({ revision: 2, body: '第二稿，排在最后。', previousBody: '第一稿。' })
    expect(item?.journey.map(({ step, revision, by }) => [step, revision, by])).toEqual([
      ['received', 1, null],
      ['return', 1, '王敏'],
      ['resubmitted', 2, null],
    ])
    expect(items.find(({ publicId }) => publicId === waiting.publicId)?.previousBody).toBeNull()
  })

  it('may be sent as often as it is returned', async () => {
    const body = '建议明确新培育企业的认定口径。'
    const receipt = await makeComment(app, { state: 'returned', body })
    for (const revision of [2, 3]) {
      app.clock.advance(hour)
      expect((await resubmit(receipt, { body: `第${revision}稿。` })).status).toBe(200)
      app.clock.advance(hour)
      const decision = { publicId: receipt.publicId, revision, decision: 'return', reason: 'unclear' }
      expect((await app.post('/api/moderation/decisions', decision, { as })).status).toBe(200)
      await letTakeEffect(app)
      expect((await stored(receipt)).state).toBe('returned')
    }
    const { id } = await stored(receipt)
    const kept = await app.db.select().from(commentRevisions).where(eq(commentRevisions.commentId, id))
    expect(kept.map(({ revision, body }) => [revision, body])).toEqual([
      [1, body],
      [2, '第2稿。'],
    ])
  })

  it('may replace a rejected one too, where the reason allows it', async () => {
    const receipt = await makeComment(app, { state: 'pending', body: '第一稿。' })
    const { publicId } = receipt
    await decide(app, { publicId, revision: 1, decision: 'reject', reason: 'abusive' })
    const view = await bodyOf<ReceiptView>(await resubmit(receipt))
    expect(view).toMatchObject({ state: 'pending', revision: 2, ...change, mayAppeal: false })
    expect(view.journey.map(({ step }) => step)).toEqual(['received', 'reject', 'resubmitted'])
    await decide(app, { publicId, revision: 2, decision: 'publish' })
    expect(await (await app.get('/api/search?q=改过的意见')).text()).toContain(publicId)
  })

  it('joins the group of its like, and leaves the one of the text that it replaces', async () => {
    const body = '建议把新培育企业的认定口径写得更清楚一些，便于企业对照。'
    const others = [await makeComment(app, { body }), await makeComment(app, { body: `${body}谢谢。` })]
    const receipt = await makeComment(app, { state: 'returned' })
    const before = await stored(receipt)
    await resubmit(receipt, { body })
    const groups = await Promise.all(others.map(async (other) => (await stored(other)).similarGroupId))
    const row = await stored(receipt)
    expect(row.similarGroupId).toBe(groups[0])
    expect(row.similarGroupId).not.toBe(before.similarGroupId)
    expect(new Set(groups).size).toBe(1)
  })

  it('is assessed as a first text is', async () => {
    const receipt = await makeComment(app, { state: 'returned' })
    await resubmit(receipt, { body: '请联系我，电话13912345678。' })
    const { id } = await stored(receipt)
    const signals = await app.db.select().from(commentSignals).where(eq(commentSignals.commentId, id))
    expect(signals.map(({ kind, revision }) => [kind, revision])).toContainEqual(['phone', 2])
    const waiting = await app.rows(sql`
      SELECT s.signal FROM review_signals s JOIN reviews r ON r.id = s.review_id
      WHERE r.comment_id = ${id} AND s.signal = 'phone'`)
    expect(waiting).toEqual([{ signal: 'phone' }])
  })

  it('is cleaned as a first text is', async () => {
    const receipt = await makeComment(app, { state: 'returned' })
    await resubmit(receipt, { body: ' \u0000改\u202E过\uD800。\r\n' })
    expect((await stored(receipt)).body).toBe('改过\uFFFD。')
  })
})

describe('a changed text is refused', () => {
  it.each<CommentState>(['published', 'private', 'rejected', 'withdrawn'])(
    'for a comment that is %s',
    async (state) => {
      await expectRefused(await makeComment(app, { state }), 'not_resubmittable')
    },
  )

  it.each([
    ['return', 'closed_matter'],
    ['reject', 'off_topic'],
  ] as const)('where the reason to %s leaves nothing to change', async (decision, reason) => {
    const receipt = await makeComment(app, { state: 'pending' })
    await decide(app, { publicId: receipt.publicId, revision: 1, decision, reason })
    await expectRefused(receipt, 'not_resubmittable')
  })

  it('to whoever does not hold the code', async () => {
    const { publicId } = await makeComment(app, { state: 'returned' })
    await expectRefused({ publicId, queryCode: '0000-0000-0000' }, 'receipt_not_found')
  })

  it.each([
    { body: '' },
    { body: ' \u0000 ' },
    { body: '字'.repeat(5001) },
    { stance: 'x' },
    { clause: '1.1.9' },
    { clause: '2.1.1' },
    { measure: '1.2' },
    { participant: { kind: 'individual' } },
  ])('with %j', async (more) => {
    await expectRefused(await makeComment(app, { state: 'returned' }), 'invalid_input', more)
  })
})

async function stored({ publicId }: Receipt) {
  const [row] = await app.db.select().from(comments).where(eq(comments.publicId, publicId))
  if (!row) throw new Error(`${publicId} was not stored`)
  return row
}
