import { describe, expect, it } from 'vitest'
import type { HandView } from '../../worker/contract/moderation/hand'
import type { QueueItemView } from '../../worker/contract/moderation/queue'
import { bodyOf, errorOf } from '../support/answers'
import { auditOf } from '../support/audit'
import { minute } from '../support/clock'
import { makeConsultation } from '../support/make-consultation'
import { makeModerator, takeOver as take } from '../support/make-moderator'
import { makeDisabled } from '../support/make-people'
import { makeReasons } from '../support/make-reasons'
import { makeLookalikes, makeReview } from '../support/make-review'
import { makeUser } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeConsultation(app)
await makeReasons(app)

const me = await makeModerator(app, '王敏')
const colleague = await makeModerator(app, '何立')
const third = await makeModerator(app, '孙岩')

const takeOver = (reviewId: number, by = me) => take(app, by, reviewId)
const pass = (reviewId: number, to: string, by = me, note?: string) =>
  app.post(
    `/api/moderation/reviews/${reviewId}/pass`,
    { to, ...(note !== undefined && { note }) },
    { as: by.as },
  )
const decide = (publicId: string, reviewId: number, by = me) =>
  app.post(
    '/api/moderation/decisions',
    { publicId, reviewId, revision: 1, decision: 'publish' },
    { as: by.as },
  )
const acts = async (publicId: string) =>
  (await auditOf(app, publicId)).filter(({ action }) => action !== 'comment.submitted')

describe('taking over', () => {
  it('moves the work into other hands and is recorded, from whom and to whom', async () => {
    const { publicId, reviewId } = await makeReview(app)
    await takeOver(reviewId, colleague)
    expect(await acts(publicId)).toEqual([])
    const item = await bodyOf<QueueItemView>(await takeOver(reviewId))
    expect(item.holder).toMatchObject({ id: me.actor.id, isMe: true })
    expect((await errorOf(await decide(publicId, reviewId, colleague))).code).toBe('held_by_other')
    const audit = await acts(publicId)
    expect(audit).toEqual([
      expect.objectContaining({ action: 'review.taken_over', actorId: me.actor.id, subjectKind: 'comment' }),
    ])
    expect(audit[0]?.data).toEqual({
      review: reviewId,
      kind: 'first',
      from: colleague.actor.id,
      to: me.actor.id,
    })
  })

  it('of what nobody holds, or holds any longer, is taking it: nothing to record', async () => {
    const { publicId, reviewId } = await makeReview(app)
    await takeOver(reviewId, colleague)
    app.clock.advance(15 * minute)
    const { holder } = await bodyOf<QueueItemView>(await takeOver(reviewId))
    expect(holder?.isMe).toBe(true)
    expect(await acts(publicId)).toEqual([])
  })

  it('of one behind a card leaves the rest of the card where it is', async () => {
    const [front, behind] = await makeLookalikes(app, 2)
    await takeOver(front?.reviewId ?? 0, colleague)
    await bodyOf(await takeOver(behind?.reviewId ?? 0))
    const audit = await acts(behind?.publicId ?? '')
    expect(audit[0]?.data).toMatchObject({ from: colleague.actor.id })
    const read = async (id = 0) =>
      bodyOf<QueueItemView>(await app.get(`/api/moderation/reviews/${id}`, { as: me.as }))
    expect((await read(front?.reviewId)).holder?.name).toBe('何立')
    expect((await read(behind?.reviewId)).holder?.name).toBe('王敏')
  })

  it('is refused to those who dealt with it before', async () => {
    const { publicId, reviewId } = await makeReview(app, { kind: 'appeal', excluded: [me.actor.id] })
    await takeOver(reviewId, colleague)
    expect((await errorOf(await takeOver(reviewId))).code).toBe('colleague_required')
    expect(await acts(publicId)).toEqual([])
    const { items } = await bodyOf<HandView>(
      await app.post('/api/moderation/hand', { view: 'mine' }, { as: colleague.as }),
    )
    expect(items.map((item) => item.reviewId)).toContain(reviewId)
  })

  it('is refused while a decision waits for its grace', async () => {
    const { publicId, reviewId } = await makeReview(app)
    await decide(publicId, reviewId, colleague)
    const { code, message, decided } = await errorOf(await takeOver(reviewId))
    expect(code).toBe('already_decided')
    expect(message).toMatch(/^这条意见已由何立于 .* 审核，尚未生效。现在不能接手，也不能转交。$/)
    expect(decided).toMatchObject({ by: '何立', decision: null })
    expect(await acts(publicId)).toEqual([])
  })

  it('is not found where nothing is open', async () => {
    expect((await errorOf(await takeOver(999_999))).code).toBe('not_found')
    const answer = await app.post('/api/moderation/reviews/x/take-over', {}, { as: me.as })
    expect((await errorOf(answer)).code).toBe('invalid_input')
  })

  it('of twenty at once lets one have it from its holder, and records as many moves as there were', async () => {
    const { publicId, reviewId } = await makeReview(app)
    await takeOver(reviewId, third)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => takeOver(reviewId, i % 2 ? me : colleague)),
    )
    for (const answer of answers) expect([200, 409]).toContain(answer.status)
    const moves = (await acts(publicId)).map(({ data }) => data as { from: string; to: string })
    expect(moves.length).toBeGreaterThan(0)
    expect(moves[0]?.from).toBe(third.actor.id)
    for (const [i, move] of moves.entries()) if (i > 0) expect(move.from).toBe(moves[i - 1]?.to)
  })
})

describe('passing on', () => {
  it('gives the work to a colleague with a word, and is recorded without the word', async () => {
    const { publicId, reviewId } = await makeReview(app)
    await takeOver(reviewId)
    const item = await bodyOf<QueueItemView>(await pass(reviewId, colleague.actor.id, me, '请您定。'))
    expect(item).toMatchObject({ holder: null, passed: { by: '王敏', note: '请您定。', toMe: false } })
    const audit = await acts(publicId)
    expect(audit.map(({ action }) => action)).toEqual(['review.passed'])
    expect(audit[0]?.data).toEqual({ review: reviewId, kind: 'first', to: colleague.actor.id })
    expect((await errorOf(await decide(publicId, reviewId))).code).toBe('held_by_other')
    expect((await decide(publicId, reviewId, colleague)).status).toBe(200)
  })

  it('ends where somebody takes it over, which is recorded', async () => {
    const { publicId, reviewId } = await makeReview(app)
    await pass(reviewId, colleague.actor.id)
    const item = await bodyOf<QueueItemView>(await takeOver(reviewId, third))
    expect(item).toMatchObject({ passed: null, holder: { name: '孙岩' } })
    const [, taken] = await acts(publicId)
    expect(taken?.data).toMatchObject({ from: colleague.actor.id, to: third.actor.id })
  })

  it('goes on where the receiver passes it on; others cannot', async () => {
    const { reviewId } = await makeReview(app)
    await pass(reviewId, colleague.actor.id)
    expect((await errorOf(await pass(reviewId, third.actor.id))).code).toBe('held_by_other')
    expect((await pass(reviewId, third.actor.id, colleague)).status).toBe(200)
  })

  it('is refused for what a colleague has in hand', async () => {
    const { publicId, reviewId } = await makeReview(app)
    await takeOver(reviewId, colleague)
    const { code, message } = await errorOf(await pass(reviewId, third.actor.id))
    expect(code).toBe('held_by_other')
    expect(message).toContain('何立')
    expect(await acts(publicId)).toEqual([])
  })

  it('is refused while a decision waits for its grace', async () => {
    const { publicId, reviewId } = await makeReview(app)
    await decide(publicId, reviewId)
    expect((await errorOf(await pass(reviewId, colleague.actor.id))).code).toBe('already_decided')
  })

  it('is refused to whoever may not decide it', async () => {
    const excluded = [me.actor.id, colleague.actor.id]
    const { publicId, reviewId } = await makeReview(app, { kind: 'appeal', excluded })
    const staff = await makeUser(app, 'staff')
    const disabled = await makeDisabled(app, 'moderator')
    const receivers = [colleague, staff, disabled, third].map((each) => each.actor.id)
    for (const to of [...receivers, 'nobody']) {
      const { code, fields } = await errorOf(await pass(reviewId, to, third))
      expect([code, Object.keys(fields ?? {})]).toEqual(['invalid_input', ['to']])
    }
    expect((await errorOf(await pass(reviewId, third.actor.id, me))).code).toBe('colleague_required')
    expect(await acts(publicId)).toEqual([])
  })
})
