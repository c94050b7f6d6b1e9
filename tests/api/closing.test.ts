import { beforeEach, describe, expect, it } from 'vitest'
import type { ConsultationView } from '../../worker/contract/plan'
import type { ReceiptView } from '../../worker/contract/receipts'
import { bodyOf, errorOf } from '../support/answers'
import { Clock } from '../support/clock'
import { letTakeEffect, makeComment, newComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { solvedProof } from '../support/solve-challenge'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeReasons(app)

/** 24:00 of 28 March in Beijing, for a consultation open from 00:00 of 1 March. */
const opensAt = new Date('2099-02-28T16:00:00.000Z')
const closesAt = new Date('2099-03-28T16:00:00.000Z')
const lastMoment = new Date('2099-03-28T15:59:59.999Z')

beforeEach(async () => {
  app.clock.set(new Clock().now())
  await makeConsultation(app, { opensAt, closesAt })
})

async function sendAt(moment: Date, change = {}): Promise<Response> {
  app.clock.set(moment)
  return app.post('/api/measures/1.1/comments', newComment({ altcha: await solvedProof(app), ...change }))
}

async function phase(): Promise<string> {
  const plan = await bodyOf<{ consultation: ConsultationView }>(await app.get('/api/plan'))
  return plan.consultation.phase
}

describe('a consultation', () => {
  it.each([
    ['from 00:00 of its first day', opensAt],
    ['at 23:59:59 of its last day', lastMoment],
  ])('takes a comment %s, Beijing time', async (_, moment) => {
    expect((await sendAt(moment)).status).toBe(201)
    expect(await phase()).toBe('open')
  })

  it.each([
    ['at 24:00 of its last day', closesAt, 'consultation_closed', 'closed'],
    ['just before its first day', new Date(opensAt.getTime() - 1), 'consultation_not_open', 'not_open'],
  ])('takes none %s, Beijing time', async (_, moment, code, expected) => {
    const before = await countRows(app)
    const answer = await sendAt(moment)
    expect(answer.status).toBe(409)
    expect((await errorOf(answer)).code).toBe(code)
    expect(await countRows(app)).toEqual(before)
    expect(await phase()).toBe(expected)
  })

  it('says that it is closed before anything else that is wrong with a comment', async () => {
    const answer = await sendAt(closesAt, { clause: '9.9.9', altcha: 'nonsense' })
    expect((await errorOf(answer)).code).toBe('consultation_closed')
  })
})

describe('after the closing', () => {
  it('no reply is taken', async () => {
    const { publicId } = await makeComment(app)
    expect((await errorOf(await sendAt(closesAt, { parentId: publicId }))).code).toBe('consultation_closed')
  })

  it('no form is taken, and its page says so', async () => {
    app.clock.set(closesAt)
    const before = await countRows(app)
    const fields = { body: '一条意见。', stance: 'suggest', kind: 'individual', publish: 'yes' }
    for (const step of ['preview', 'send']) {
      const answer = await app.submit('/measures/1.1/comment', { ...fields, step })
      expect(answer.status).toBe(409)
      expect(await answer.text()).toContain('征集已截止')
    }
    expect(await (await app.get('/measures/1.1/comment')).text()).toContain('征集已截止')
    expect(await countRows(app)).toEqual(before)
  })

  it('no changed text is taken', async () => {
    const { publicId, queryCode } = await makeComment(app, { state: 'returned' })
    const changed = { publicId, queryCode, body: '改过的意见。', stance: 'partly' }
    app.clock.set(closesAt)
    const looked = await app.post('/api/receipts/lookup', { publicId, queryCode })
    expect((await bodyOf<ReceiptView>(looked)).mayResubmit).toBe(false)
    const before = await countRows(app)
    expect((await errorOf(await app.post('/api/receipts/resubmit', changed))).code).toBe('not_resubmittable')
    expect(await countRows(app)).toEqual(before)
    app.clock.set(lastMoment)
    expect((await app.post('/api/receipts/resubmit', changed)).status).toBe(200)
  })

  it('nothing is returned for a change that nobody could make', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    const as = await signInAs(app, 'moderator')
    const decide = (decision: string, reason: string) =>
      app.post('/api/moderation/decisions', { publicId, revision: 1, decision, reason }, { as })
    app.clock.set(closesAt)
    const before = await countRows(app)
    const refused = await errorOf(await decide('return', 'unclear'))
    expect(refused).toMatchObject({
      code: 'consultation_closed',
      message: expect.stringContaining('不能再修改'),
    })
    expect(await countRows(app)).toEqual(before)
    app.clock.set(lastMoment)
    expect((await decide('return', 'unclear')).status).toBe(200)
  })

  it('reading and the work inside go on', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    const as = await signInAs(app, 'admin')
    app.clock.set(closesAt)
    const decision = { publicId, revision: 1, decision: 'publish' }
    expect((await app.post('/api/moderation/decisions', decision, { as })).status).toBe(200)
    await letTakeEffect(app)
    expect((await app.get('/api/staff/summary', { as })).status).toBe(200)
    expect((await app.get(`/api/comments/${publicId}`)).status).toBe(200)
    expect((await app.get('/measures/1.1')).status).toBe(200)
  })
})
