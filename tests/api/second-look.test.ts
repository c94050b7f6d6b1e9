import { beforeEach, describe, expect, it } from 'vitest'
import type { AgreementView } from '../../worker/contract/moderation/decided'
import type { DecisionView } from '../../worker/contract/moderation/decisions'
import type { ReceiptView } from '../../worker/contract/receipts'
import { reviewOpinions } from '../../worker/db/schema'
import { bodyOf, errorOf } from '../support/answers'
import { deskOf } from '../support/desk'
import { letTakeEffect, makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeReasons(app)
const first = await signInAs(app, 'moderator', '王敏')
const second = await signInAs(app, 'moderator', '何立')
const third = await signInAs(app, 'moderator', '赵宁')
const { decide, settled, stored, reviewOf, audited } = deskOf(app)
const offTopic = { reason: 'off_topic', note: '与本项措施无关。', internalNote: '像是贴错了。' }

beforeEach(async () => {
  await makeConsultation(app, { secondLook: 'all' })
})

async function rejectedOnce(): Promise<{ publicId: string; queryCode: string }> {
  const made = await makeComment(app, { state: 'pending' })
  await settled(made.publicId, 'reject', offTopic, first)
  return made
}

const opinionsOf = async (publicId: string) => {
  const { id } = await stored(publicId)
  const rows = await app.db.select().from(reviewOpinions)
  return rows
    .filter(({ commentId }) => commentId === id)
    .map(({ reviewKind, decision, reasonId }) => [reviewKind, decision, reasonId])
}

async function agreementOn(reasonId: string): Promise<[number, number]> {
  const { items } = await bodyOf<AgreementView>(await app.get('/api/moderation/agreement', { as: first }))
  const item = items.find(({ reason, reviewKind }) => reason.id === reasonId && reviewKind === 'second')
  return [item?.compared ?? 0, item?.agreed ?? 0]
}

describe('a rejection', () => {
  it('waits for a second moderator, and its author does not hear of it', async () => {
    const { publicId, queryCode } = await rejectedOnce()
    expect((await stored(publicId)).state).toBe('pending')
    expect(await reviewOf(publicId, 'first')).toBeNull()
    expect(await reviewOf(publicId, 'second')).toMatchObject({ excluded: '王敏' })
    expect(await opinionsOf(publicId)).toEqual([['first', 'reject', 'off_topic']])
    const receipt = await bodyOf<ReceiptView>(await app.post('/api/receipts/lookup', { publicId, queryCode }))
    expect(receipt.state).toBe('pending')
    expect(receipt.journey.map(({ step }) => step)).toEqual(['received'])
    const log = await audited(publicId)
    expect(log.map(({ action }) => action)).toEqual(['comment.submitted', 'comment.opinion'])
    expect(log[1]?.data).toMatchObject({ review: 'first', decision: 'reject', reason: 'off_topic' })
    expect(JSON.stringify(log)).not.toMatch(/无关|贴错/)
  })

  it('for spam takes effect at once', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    await settled(publicId, 'reject', { reason: 'advert' }, first)
    expect((await stored(publicId)).state).toBe('rejected')
    expect(await reviewOf(publicId, 'second')).toBeNull()
  })

  it.each(['publish', 'return'])('is not what to %s is', async (decision) => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    await settled(publicId, decision, decision === 'return' ? { reason: 'unclear' } : {}, first)
    expect((await stored(publicId)).state).not.toBe('pending')
  })

  it.each([
    [[0, 0, 0, 0], 'pending'],
    [[49, 0, 0, 0], 'pending'],
    [[52, 0, 0, 0], 'rejected'],
    [[255, 255, 255, 255], 'rejected'],
  ])('is left to chance where a fifth is looked at again: %j', async (draw, state) => {
    await makeConsultation(app, { secondLook: 'sample', secondLookPercent: 20 })
    const { publicId } = await makeComment(app, { state: 'pending' })
    app.chance.plan(draw)
    await settled(publicId, 'reject', offTopic, first)
    expect((await stored(publicId)).state).toBe(state)
  })

  it('may be undone in its grace, and no second look was ever asked for', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    const view = await bodyOf<DecisionView>(await decide(publicId, 'reject', offTopic, first))
    const stagedId = view.outcome === 'staged' ? view.stagedId : ''
    expect((await app.post('/api/moderation/decisions/undo', { stagedId }, { as: first })).status).toBe(200)
    await letTakeEffect(app)
    expect(await reviewOf(publicId, 'second')).toBeNull()
    expect(await opinionsOf(publicId)).toEqual([])
  })
})

describe('a second look', () => {
  it('is not for whoever rejected it', async () => {
    const { publicId } = await rejectedOnce()
    const before = await countRows(app)
    expect((await errorOf(await decide(publicId, 'reject', offTopic, first))).code).toBe('colleague_required')
    expect(await countRows(app)).toEqual(before)
  })

  it('that comes to the same decision rejects it, by the second', async () => {
    const [compared, agreed] = await agreementOn('off_topic')
    const { publicId } = await rejectedOnce()
    await settled(publicId, 'reject', { reason: 'abusive' }, second)
    expect((await stored(publicId)).state).toBe('rejected')
    expect(await opinionsOf(publicId)).toEqual([
      ['first', 'reject', 'off_topic'],
      ['second', 'reject', 'abusive'],
    ])
    expect(await agreementOn('off_topic')).toEqual([compared + 1, agreed + 1])
    expect((await audited(publicId)).map(({ action }) => action)).toEqual([
      'comment.submitted',
      'comment.opinion',
      'comment.opinion',
      'comment.rejected',
    ])
    expect(await reviewOf(publicId, 'second')).toBeNull()
  })

  it('that differs is kept and shown the first; the final word is then staged', async () => {
    const [compared, agreed] = await agreementOn('off_topic')
    const { publicId } = await rejectedOnce()
    const view = await bodyOf<DecisionView>(await decide(publicId, 'publish', {}, second))
    expect(view).toEqual({
      outcome: 'differs',
      publicId,
      first: {
        decision: 'reject',
        reason: { id: 'off_topic', zh: 'off_topic 的中文说明。', en: 'The reason off_topic.' },
        note: '与本项措施无关。',
        internalNote: '像是贴错了。',
        by: '王敏',
        at: expect.any(String),
      },
    })
    expect(await opinionsOf(publicId)).toContainEqual(['second', 'publish', 'fine'])
    expect(await agreementOn('off_topic')).toEqual([compared + 1, agreed])
    expect((await stored(publicId)).state).toBe('pending')

    const again = await bodyOf<DecisionView>(await decide(publicId, 'publish', {}, second))
    expect(again.outcome).toBe('differs')
    await settled(publicId, 'publish', { isFinal: true }, second)
    expect((await stored(publicId)).state).toBe('published')
    expect(await agreementOn('off_topic')).toEqual([compared + 1, agreed])
    expect(await opinionsOf(publicId)).toHaveLength(2)
  })

  it('that differed may end as the first thought; what was thought blind stays on record', async () => {
    const [compared, agreed] = await agreementOn('off_topic')
    const { publicId } = await rejectedOnce()
    await decide(publicId, 'return', { reason: 'unclear' }, second)
    await settled(publicId, 'reject', { ...offTopic, isFinal: true }, second)
    expect((await stored(publicId)).state).toBe('rejected')
    expect(await opinionsOf(publicId)).toContainEqual(['second', 'return', 'unclear'])
    expect(await agreementOn('off_topic')).toEqual([compared + 1, agreed])
  })

  it('cannot be final before the second has decided blind', async () => {
    const { publicId } = await rejectedOnce()
    const view = await bodyOf<DecisionView>(await decide(publicId, 'publish', { isFinal: true }, second))
    expect(view.outcome).toBe('differs')
  })

  it('is not a colleague’s once it is staged', async () => {
    const { publicId } = await rejectedOnce()
    const review = await reviewOf(publicId, 'second')
    const held = await decide(publicId, 'reject', { ...offTopic, reviewId: review?.id }, second)
    expect(held.status).toBe(200)
    expect((await errorOf(await decide(publicId, 'publish', {}, third))).code).toBe('already_decided')
  })

  it('refuses whoever still has the first reading open: says who read it, not a word of what was thought', async () => {
    app.clock.set('2099-03-20T06:07:00.000Z')
    const made = await makeComment(app, { state: 'pending' })
    const review = await reviewOf(made.publicId, 'first')
    await settled(made.publicId, 'reject', offTopic, first)
    const { code, message, decided } = await errorOf(
      await decide(made.publicId, 'publish', { reviewId: review?.id }, third),
    )
    expect([code, message]).toEqual([
      'already_decided',
      '这条意见已由王敏于 3 月 20 日 14:07 审核，现在等待复核。您的决定没有生效。',
    ])
    expect(decided).toMatchObject({ by: '王敏', decision: null })
  })

  it('of a text that its author changed begins anew', async () => {
    const { publicId, queryCode } = await rejectedOnce()
    await decide(publicId, 'return', { reason: 'unclear' }, second)
    await settled(publicId, 'return', { reason: 'unclear', isFinal: true }, second)
    const changed = { publicId, queryCode, body: '改过的意见。', stance: 'partly' }
    expect((await app.post('/api/receipts/resubmit', changed)).status).toBe(200)
    await settled(publicId, 'reject', { ...offTopic, revision: 2 }, first)
    expect(await reviewOf(publicId, 'second')).toMatchObject({ excluded: '王敏' })
    await settled(publicId, 'reject', { ...offTopic, revision: 2 }, second)
    expect((await stored(publicId)).state).toBe('rejected')
    expect(await opinionsOf(publicId)).toHaveLength(4)
  })
})
