import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { FieldCode } from '../../worker/contract/errors'
import { errorOf } from '../support/answers'
import { day, minute } from '../support/clock'
import { startDeciding } from '../support/deciding'
import { makeComment, organisation } from '../support/make-comment'
import { signInAs } from '../support/make-user'
import { countRows } from '../support/test-app'

const { app, as, other, decide, settle, stored, expectRefused } = await startDeciding()

describe('a decision is refused', () => {
  it.each<[string, string, object, FieldCode]>([
    ['to return without a reason', 'return', {}, 'reason_required'],
    ['to reject without a reason', 'reject', {}, 'reason_required'],
    ['to reject with an empty reason', 'reject', { reason: '' }, 'reason_required'],
    ['with an unknown reason', 'reject', { reason: 'because' }, 'reason_unknown'],
    ['to reject for a reason to return', 'reject', { reason: 'unclear' }, 'reason_unknown'],
    ['to publish for a reason to reject', 'publish', { reason: 'off_topic' }, 'reason_unknown'],
    ['for a reason that is no longer in use', 'reject', { reason: 'retired' }, 'reason_unknown'],
    ['with a very long reason', 'reject', { reason: 'x'.repeat(51) }, 'reason_unknown'],
  ])('%s', async (_, decision, more, code) => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    await expectRefused(() => decide(publicId, decision, more), 'invalid_input', ['reason', code])
    expect((await stored(publicId)).row.state).toBe('pending')
  })

  it.each(['note', 'internalNote'])('with too long a %s', async (field) => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    const more = { [field]: '字'.repeat(501) }
    await expectRefused(() => decide(publicId, 'publish', more), 'invalid_input', [field, 'too_long'])
  })

  it.each([0, -1, 1.5, '1', Number.MAX_VALUE])('on the revision %s', async (revision) => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    const before = await countRows(app)
    const answer = await decide(publicId, 'publish', { revision })
    expect([409, 422]).toContain(answer.status)
    expect(await countRows(app)).toEqual(before)
  })

  it('on another revision than the one that waits', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    await expectRefused(() => decide(publicId, 'publish', { revision: 2 }), 'revision_changed')
  })

  it('on a text that its author has changed since it was read', async () => {
    const { publicId, queryCode } = await makeComment(app, { state: 'returned' })
    const changed = { publicId, queryCode, body: '改过的意见。', stance: 'partly' }
    expect((await app.post('/api/receipts/resubmit', changed)).status).toBe(200)
    await expectRefused(() => decide(publicId, 'publish'), 'revision_changed')
    expect((await decide(publicId, 'publish', { revision: 2 })).status).toBe(200)
  })

  it('on a number that nothing has', async () => {
    await expectRefused(() => decide('T001-0000-0000', 'publish'), 'not_found')
  })

  it.each(['restore', 'uphold'])('to %s what nobody has decided on', async (decision) => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    await expectRefused(() => decide(publicId, decision), 'act_not_allowed')
  })

  it('to return after closing, for nobody could change the text', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    const open = app.clock.now()
    app.clock.advance(11 * day)
    const late = await signInAs(app, 'moderator')
    await expectRefused(() => decide(publicId, 'return', { reason: 'unclear' }, late), 'consultation_closed')
    app.clock.set(open)
  })

  it.each(['published', 'private', 'returned', 'rejected', 'withdrawn'] as const)(
    'where the work that it answers is done: the comment is %s',
    async (state) => {
      const { publicId } = await makeComment(app, { state, participant: organisation(3) })
      const reviewId = 1
      for (const [decision, reason] of [['publish'], ['return', 'unclear'], ['reject', 'off_topic']])
        await expectRefused(() => decide(publicId, decision ?? '', { reason, reviewId }), 'already_decided')
    },
  )
})

describe('what a colleague has in hand', () => {
  async function held(until: Date) {
    const { publicId } = await makeComment(app, { state: 'pending' })
    const { row } = await stored(publicId)
    await app.db.run(sql`
      UPDATE reviews SET held_by = (SELECT id FROM users WHERE name = '何立' LIMIT 1), held_until = ${until.getTime()}
      WHERE comment_id = ${row.id}`)
    return publicId
  }

  it('is theirs until its time is up, and the refusal says whose and until when', async () => {
    app.clock.set('2099-03-20T06:07:00.000Z')
    const publicId = await held(new Date('2099-03-20T06:20:00.000Z'))
    await expectRefused(() => decide(publicId, 'publish'), 'held_by_other')
    const { message } = await errorOf(await decide(publicId, 'publish'))
    expect(message).toBe('这条意见正由何立处理，保留至 14:20。您的决定没有生效。')
    expect((await decide(publicId, 'publish', {}, other)).status).toBe(200)
  })

  it('is free when it is up', async () => {
    const publicId = await held(app.clock.now())
    expect((await decide(publicId, 'publish')).status).toBe(200)
  })

  it('may not be decided by others where it was passed to somebody', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    const { row } = await stored(publicId)
    await app.db.run(sql`
      UPDATE reviews SET passed_to = (SELECT id FROM users WHERE name = '何立' LIMIT 1) WHERE comment_id = ${row.id}`)
    await expectRefused(() => decide(publicId, 'publish'), 'held_by_other')
    expect((await decide(publicId, 'publish', {}, other)).status).toBe(200)
  })

  it('is in the hand of whoever decided on it', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    await decide(publicId, 'publish')
    const { row } = await stored(publicId)
    const holders = await app.rows(sql`
      SELECT u.name FROM reviews r JOIN users u ON u.id = r.held_by WHERE r.comment_id = ${row.id}`)
    expect(holders).toEqual([{ name: '王敏' }])
  })
})

describe('the second of two moderators', () => {
  it('is told who decided and when, but not what, while that has not taken effect', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    app.clock.set('2099-03-20T06:07:00.000Z')
    expect((await decide(publicId, 'reject', { reason: 'off_topic' }, other)).status).toBe(200)
    await expectRefused(() => decide(publicId, 'publish'), 'already_decided')
    const { message, decided } = await errorOf(await decide(publicId, 'publish'))
    expect(message).toBe('这条意见已由何立于 3 月 20 日 14:07 审核，尚未生效。您的决定没有生效。')
    expect(decided).toEqual({ by: '何立', at: '2099-03-20T06:07:00.000Z', decision: null })
  })

  it('is told what was decided once that took effect', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    app.clock.set('2099-03-20T06:07:00.000Z')
    await settle(publicId, 'reject', { reason: 'off_topic' }, other)
    app.clock.advance(minute)
    await expectRefused(() => decide(publicId, 'publish', { reviewId: 1 }), 'already_decided')
    const zh = await errorOf(await decide(publicId, 'publish', { reviewId: 1 }))
    expect(zh.message).toBe('这条意见已由何立于 3 月 20 日 14:07 审核：不予发布。您的决定没有生效。')
    expect(zh.decided).toMatchObject({ by: '何立', decision: 'reject' })
    const options = { as, headers: { 'accept-language': 'en' } }
    const again = { publicId, revision: 1, decision: 'publish', reviewId: 1 }
    const en = await errorOf(await app.post('/api/moderation/decisions', again, options))
    expect(en.message).toBe(
      '何立 already decided on this comment at 14:07 on 3/20 (Beijing): Not published. Your decision was not applied.',
    )
    expect((await stored(publicId)).row.state).toBe('rejected')
  })
})
