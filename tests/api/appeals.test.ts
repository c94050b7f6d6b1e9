import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ReceiptView } from '../../worker/contract/receipts'
import type { CommentState } from '../../worker/contract/words'
import { appeals, moderationDecisions } from '../../worker/db/schema'
import { dueAt } from '../../worker/services/calendar/working-days'
import { bodyOf, errorOf } from '../support/answers'
import { deskOf } from '../support/desk'
import { letTakeEffect, makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeReasons(app)
const { decide, settled, stored, reviewOf, audited } = deskOf(app)
const opening = app.clock.now()
let first = ''
let second = ''
let third = ''

beforeAll(async () => {
  first = await signInAs(app, 'moderator', '王敏')
  second = await signInAs(app, 'moderator', '何立')
  third = await signInAs(app, 'senior_moderator', '陈静')
})

beforeEach(async () => {
  app.clock.set(opening)
  await makeConsultation(app)
})

type Receipt = { publicId: string; queryCode: string }
const text = '这条意见与本项措施有关，请再看一次。'
const appeal = ({ publicId, queryCode }: Receipt, more: object = {}) =>
  app.post('/api/receipts/appeal', { publicId, queryCode, text, ...more })
const lookUp = async ({ publicId, queryCode }: Receipt) =>
  bodyOf<ReceiptView>(await app.post('/api/receipts/lookup', { publicId, queryCode }))

async function rejected(reason = 'off_topic'): Promise<Receipt> {
  const made = await makeComment(app, { state: 'pending' })
  await settled(made.publicId, 'reject', { reason }, first)
  return made
}

async function appealed(): Promise<Receipt> {
  const made = await rejected()
  expect((await appeal(made)).status).toBe(200)
  return made
}

async function expectRefused(receipt: Receipt, code: string, more: object = {}): Promise<void> {
  const before = await countRows(app)
  expect((await errorOf(await appeal(receipt, more))).code).toBe(code)
  expect(await countRows(app)).toEqual(before)
}

describe('an appeal', () => {
  it('opens a review for somebody who had nothing to do with it', async () => {
    const made = await rejected()
    const before = await lookUp(made)
    expect(before).toMatchObject({ mayAppeal: true, isAppealOpen: false })
    expect(before.appealUntil).toBe(dueAt(app.clock.now(), 10).toISOString())
    app.clock.advance(1000)
    const view = await bodyOf<ReceiptView>(await appeal(made))
    expect(view).toMatchObject({
      state: 'rejected',
      mayAppeal: false,
      appealUntil: null,
      isAppealOpen: true,
    })
    expect(view.journey.at(-1)).toEqual({
      at: app.clock.now().toISOString(),
      step: 'appealed',
      revision: 1,
      reason: null,
      note: text,
    })
    expect(await reviewOf(made.publicId, 'appeal')).toMatchObject({ excluded: '王敏' })
    const [decision] = await app.db.select().from(moderationDecisions)
    const [filed] = await app.db.select().from(appeals)
    expect(filed).toMatchObject({ decisionId: decision?.id, text, filedAt: app.clock.now() })
    const log = await audited(made.publicId)
    expect(log.at(-1)).toEqual({ action: 'comment.appealed', data: { revision: 1 } })
  })

  it('keeps out both of those who rejected it', async () => {
    await makeConsultation(app, { secondLook: 'all' })
    const made = await rejected()
    await settled(made.publicId, 'reject', { reason: 'off_topic' }, second)
    expect((await appeal(made)).status).toBe(200)
    const review = await reviewOf(made.publicId, 'appeal')
    expect(review?.excluded?.split(',').sort()).toEqual(['何立', '王敏'])
    for (const as of [first, second]) {
      const answer = await decide(made.publicId, 'uphold', { note: '维持。' }, as)
      expect((await errorOf(answer)).code).toBe('colleague_required')
    }
  })

  it('may be made after closing, up to the end of the tenth working day', async () => {
    const made = await rejected()
    const { appealUntil } = await lookUp(made)
    app.clock.set(new Date(new Date(appealUntil ?? '').getTime() - 1))
    expect((await lookUp(made)).mayAppeal).toBe(true)
    expect((await appeal(made)).status).toBe(200)
  })

  it('is too late at the end of the tenth working day', async () => {
    const made = await rejected()
    const { appealUntil } = await lookUp(made)
    app.clock.set(appealUntil ?? '')
    expect(await lookUp(made)).toMatchObject({ mayAppeal: false, appealUntil: null })
    await expectRefused(made, 'not_appealable')
  })

  it('is made once, of many at the same moment', async () => {
    const made = await rejected()
    const answers = await Promise.all(Array.from({ length: 10 }, () => appeal(made)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)])
    expect((await audited(made.publicId)).filter(({ action }) => action === 'comment.appealed')).toHaveLength(
      1,
    )
    await expectRefused(made, 'not_appealable')
  })

  it.each<CommentState>(['pending', 'published', 'private', 'withdrawn'])(
    'is not against a comment that is %s',
    async (state) => {
      await expectRefused(await makeComment(app, { state }), 'not_appealable')
    },
  )

  it.each([
    [{ text: '' }, 'invalid_input'],
    [{ text: '字'.repeat(1001) }, 'invalid_input'],
    [{ queryCode: '0000-0000-0000' }, 'receipt_not_found'],
  ])('is refused with %j', async (more, code) => {
    await expectRefused(await rejected(), code, more)
  })
})

describe('its answer', () => {
  it.each([
    ['uphold', 'rejected', 'comment.upheld'],
    ['restore', 'published', 'comment.restored'],
  ] as const)('to %s leaves it %s, with a reply to the author', async (decision, state, action) => {
    const made = await appealed()
    await settled(made.publicId, decision, { note: '已由另一位审核员重新审阅。' }, second)
    expect((await stored(made.publicId)).state).toBe(state)
    const view = await lookUp(made)
    expect(view).toMatchObject({ state, mayAppeal: false, isAppealOpen: false })
    expect(view.journey.at(-1)).toMatchObject({ step: decision, note: '已由另一位审核员重新审阅。' })
    expect((await audited(made.publicId)).at(-1)).toMatchObject({ action, data: { state } })
    const decided = await app.db.select().from(moderationDecisions)
    expect(decided.at(-1)).toMatchObject({
      reviewKind: 'appeal',
      fromState: 'rejected',
      waitedMinutes: null,
    })
    expect(await reviewOf(made.publicId, 'appeal')).toBeNull()
    expect((await app.get(`/api/comments/${made.publicId}`)).status).toBe(state === 'published' ? 200 : 404)
    await expectRefused(made, 'not_appealable')
  })

  it('restores in private what its author does not want public', async () => {
    const made = await makeComment(app, { state: 'pending', consent: { publish: false } })
    await settled(made.publicId, 'reject', { reason: 'off_topic' }, first)
    await appeal(made)
    await settled(made.publicId, 'restore', { note: '已恢复。' }, second)
    expect((await stored(made.publicId)).state).toBe('private')
  })

  it('may hide passages of what it restores', async () => {
    const made = await makeComment(app, { state: 'pending', body: '胡闹，应当明确口径。' })
    await settled(made.publicId, 'reject', { reason: 'off_topic' }, first)
    await appeal(made)
    const redactions = [{ start: 0, end: 2, reason: 'wording' }]
    await settled(made.publicId, 'restore', { note: '隐去两字后恢复。', redactions }, second)
    expect((await stored(made.publicId)).body).toBe('〔已隐去：不当用语〕，应当明确口径。')
  })

  it.each([
    ['uphold', {}, 'invalid_input'],
    ['restore', { note: ' ' }, 'invalid_input'],
    ['reject', { reason: 'off_topic', note: '不行。' }, 'act_not_allowed'],
    ['publish', { note: '可以。' }, 'act_not_allowed'],
  ])('to %s with %j is refused: %s', async (decision, more, code) => {
    const made = await appealed()
    const before = await countRows(app)
    const error = await errorOf(await decide(made.publicId, decision, more, second))
    expect(error.code).toBe(code)
    if (code === 'invalid_input') expect(error.fields).toEqual({ note: '请写明答复。' })
    expect(await countRows(app)).toEqual(before)
  })

  it('may not be given by deciding anew, past those who are kept out', async () => {
    const made = await makeComment(app, { state: 'pending' })
    await settled(made.publicId, 'reject', { reason: 'off_topic' }, third)
    await appeal(made)
    const answer = await decide(made.publicId, 'restore', { note: '恢复。' }, third)
    expect((await errorOf(answer)).code).toBe('colleague_required')
  })
})

describe('a changed text', () => {
  it('closes the appeal, and is not appealed against again', async () => {
    const made = await rejected('abusive')
    await appeal(made)
    const { publicId, queryCode } = made
    const change = { body: '改过的意见。', stance: 'partly' }
    const answer = await app.post('/api/receipts/resubmit', { publicId, queryCode, ...change })
    const view = await bodyOf<ReceiptView>(answer)
    expect(view).toMatchObject({ state: 'pending', isAppealOpen: false, mayAppeal: false })
    expect(view.journey.map(({ step }) => step)).toEqual(['received', 'reject', 'appealed', 'resubmitted'])
    expect(await reviewOf(publicId, 'appeal')).toBeNull()
    expect(await reviewOf(publicId, 'first')).not.toBeNull()
    await settled(publicId, 'reject', { reason: 'off_topic', revision: 2 }, first)
    await expectRefused(made, 'not_appealable')
  })

  it('drops an answer that was about to be given', async () => {
    const made = await rejected('abusive')
    await appeal(made)
    expect((await decide(made.publicId, 'uphold', { note: '维持。' }, second)).status).toBe(200)
    const { publicId, queryCode } = made
    await app.post('/api/receipts/resubmit', { publicId, queryCode, body: '改过。', stance: 'partly' })
    expect(await letTakeEffect(app)).toBe(0)
    expect(await app.rows(sql`SELECT id FROM staged_decisions`)).toEqual([])
    expect((await stored(publicId)).state).toBe('pending')
  })
})
