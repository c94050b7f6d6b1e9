import { beforeEach, describe, expect, it } from 'vitest'
import type { AgreementView } from '../../worker/contract/moderation/decided'
import type { DecisionView } from '../../worker/contract/moderation/decisions'
import { reviewOpinions } from '../../worker/db/schema'
import { bodyOf, errorOf } from '../support/answers'
import { deskOf } from '../support/desk'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeReasons(app)
const first = await signInAs(app, 'moderator', '王敏')
const second = await signInAs(app, 'moderator', '何立')
const senior = await signInAs(app, 'senior_moderator')
const { decide, settled, stored, reviewOf, audited } = deskOf(app)

beforeEach(async () => {
  await makeConsultation(app, { recheckPercent: 100 })
})

async function sampled(decision = 'publish', more: object = {}) {
  const made = await makeComment(app, { state: 'pending' })
  await settled(made.publicId, decision, more, first)
  const review = await reviewOf(made.publicId, 'recheck')
  return { ...made, reviewId: review?.id, excluded: review?.excluded }
}

async function agreementOn(reasonId: string): Promise<[number, number]> {
  const { items } = await bodyOf<AgreementView>(await app.get('/api/moderation/agreement', { as: first }))
  const item = items.find(({ reason, reviewKind }) => reason.id === reasonId && reviewKind === 'recheck')
  return [item?.compared ?? 0, item?.agreed ?? 0]
}

describe('a sample of what was decided', () => {
  it.each([
    ['publish', {}],
    ['return', { reason: 'unclear' }],
    ['reject', { reason: 'off_topic' }],
  ])('is dealt again after to %s, to anybody but who decided', async (decision, more) => {
    const { reviewId, excluded } = await sampled(decision, more)
    expect(reviewId).toBeGreaterThan(0)
    expect(excluded).toBe('王敏')
  })

  it('leaves out texts with hidden passages, which a colleague could not read', async () => {
    const redactions = [{ start: 0, end: 2, reason: 'wording' }]
    expect((await sampled('redact', { redactions })).reviewId).toBeUndefined()
  })

  it.each([
    [[0, 0, 0, 0], true],
    [[7, 174, 0, 0], true],
    [[7, 175, 0, 0], false],
    [[128, 0, 0, 0], false],
  ])('is drawn by chance, three of a hundred: %j', async (draw, isDrawn) => {
    await makeConsultation(app, { recheckPercent: 3 })
    app.chance.plan(draw)
    expect((await sampled()).reviewId !== undefined).toBe(isDrawn)
  })

  it('is none where none is wanted', async () => {
    await makeConsultation(app)
    expect((await sampled()).reviewId).toBeUndefined()
  })

  it('is of first readings only', async () => {
    const { publicId } = await sampled('return', { reason: 'unclear' })
    await settled(publicId, 'restore', {}, senior)
    expect(await reviewOf(publicId, 'recheck')).toBeNull()
  })
})

describe('a blind re-check', () => {
  it('is recorded at once and changes nothing but the agreement', async () => {
    const [compared, agreed] = await agreementOn('fine')
    const { publicId, reviewId } = await sampled()
    const before = await countRows(app)
    const row = await stored(publicId)
    const view = await bodyOf<DecisionView>(await decide(publicId, 'publish', { reviewId }, second))
    expect(view).toEqual({ outcome: 'recorded', publicId })
    expect(await stored(publicId)).toEqual(row)
    expect(await reviewOf(publicId, 'recheck')).toBeNull()
    expect(await agreementOn('fine')).toEqual([compared + 1, agreed + 1])
    const after = await countRows(app)
    expect(after.moderation_decisions).toBe(before.moderation_decisions)
    expect(after.staged_decisions).toBe(before.staged_decisions)
    expect((await audited(publicId)).at(-1)).toMatchObject({
      action: 'comment.opinion',
      data: { review: 'recheck', decision: 'publish', reason: 'fine' },
    })
  })

  it('that would have decided otherwise is held against the reason of the first', async () => {
    const [compared, agreed] = await agreementOn('off_topic')
    const { publicId, reviewId } = await sampled('reject', { reason: 'off_topic' })
    await decide(publicId, 'publish', { reviewId }, second)
    expect((await stored(publicId)).state).toBe('rejected')
    expect(await agreementOn('off_topic')).toEqual([compared + 1, agreed])
    const opinions = await app.db.select().from(reviewOpinions)
    expect(opinions.at(-1)).toMatchObject({ reviewKind: 'recheck', decision: 'publish', reasonId: 'fine' })
  })

  it('is not for whoever decided, nor twice', async () => {
    const { publicId, reviewId } = await sampled()
    expect((await errorOf(await decide(publicId, 'publish', { reviewId }, first))).code).toBe(
      'colleague_required',
    )
    expect((await decide(publicId, 'publish', { reviewId }, second)).status).toBe(200)
    const before = await countRows(app)
    expect((await errorOf(await decide(publicId, 'publish', { reviewId }, second))).code).toBe(
      'already_decided',
    )
    expect(await countRows(app)).toEqual(before)
  })

  it('asks only what a first reading asks', async () => {
    const { publicId, reviewId } = await sampled()
    const { code } = await errorOf(await decide(publicId, 'uphold', { reviewId }, second))
    expect(code).toBe('act_not_allowed')
  })

  it('keeps whoever did it from the appeal', async () => {
    const { publicId, queryCode, reviewId } = await sampled('reject', { reason: 'off_topic' })
    await app.post('/api/receipts/appeal', { publicId, queryCode, text: '请再看一次。' })
    await decide(publicId, 'publish', { reviewId }, second)
    const review = await reviewOf(publicId, 'appeal')
    expect(review?.excluded?.split(',').sort()).toEqual(['何立', '王敏'])
  })

  it('is no longer asked for once the comment is decided anew', async () => {
    const { publicId, reviewId } = await sampled()
    await settled(publicId, 'reject', { reason: 'off_topic' }, senior)
    const { code } = await errorOf(await decide(publicId, 'publish', { reviewId }, second))
    expect(code).toBe('already_decided')
  })
})
