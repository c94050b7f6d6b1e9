import { desc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ErrorCode, FieldCode } from '../../worker/contract/errors'
import { domainWords } from '../../worker/contract/locales'
import type { DecisionView } from '../../worker/contract/moderation'
import { auditLog, comments, moderationDecisions, users } from '../../worker/db/schema'
import { bodyOf, errorOf } from '../support/answers'
import { minute } from '../support/clock'
import { makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
let as = ''
let other = ''

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  as = await signInAs(app, 'moderator', '王敏')
  other = await signInAs(app, 'moderator', '何立')
})

const decide = (publicId: string, decision: string, more: object = {}, cookie = as) =>
  app.post('/api/moderation/decisions', { publicId, revision: 1, decision, ...more }, { as: cookie })

async function stored(publicId: string) {
  const [row] = await app.db.select().from(comments).where(eq(comments.publicId, publicId))
  if (!row) throw new Error(`${publicId} was not stored`)
  const decided = await app.db
    .select()
    .from(moderationDecisions)
    .where(eq(moderationDecisions.commentId, row.id))
  const audit = await app.db
    .select()
    .from(auditLog)
    .where(eq(auditLog.subjectId, publicId))
    .orderBy(desc(auditLog.id))
  return { row, decided, audit }
}

async function expectRefused(ask: () => Promise<Response>, code: ErrorCode, field?: [string, FieldCode]) {
  const before = await countRows(app)
  const error = await errorOf(await ask())
  expect(error.code).toBe(code)
  if (field) expect(error.fields).toEqual({ [field[0]]: domainWords.zh.fields[field[1]] })
  expect(await countRows(app)).toEqual(before)
}

describe('a decision', () => {
  it.each([
    ['publish', undefined, 'published', 'fine'],
    ['publish', 'fine_now', 'published', 'fine_now'],
    ['return', 'unclear', 'returned', 'unclear'],
    ['reject', 'off_topic', 'rejected', 'off_topic'],
  ])(
    'to %s for %s makes a comment %s, with its reason and its audit row',
    async (decision, reason, state, id) => {
      const { publicId } = await makeComment(app, { state: 'pending' })
      app.clock.advance(minute)
      const answer = await decide(publicId, decision, { ...(reason && { reason }), note: ' 请看第二段。 ' })
      expect(await bodyOf<DecisionView>(answer)).toEqual({ publicId, revision: 1, state })

      const { row, decided, audit } = await stored(publicId)
      const [moderator] = await app.db.select().from(users).where(eq(users.name, '王敏'))
      expect(row).toMatchObject({ state, revision: 1, decidedAt: app.clock.now() })
      expect(decided).toHaveLength(1)
      expect(decided[0]).toMatchObject({
        revision: 1,
        decision,
        reasonId: id,
        note: '请看第二段。',
        decidedBy: moderator?.id,
        decidedAt: app.clock.now(),
      })
      expect(audit.map(({ action }) => action)).toEqual([`comment.${state}`, 'comment.submitted'])
      expect(audit[0]).toMatchObject({
        at: app.clock.now(),
        actorKind: 'user',
        actorId: moderator?.id,
        data: { revision: 1, decision: decided[0]?.id, reason: id },
      })
    },
  )

  it('to publish what its author does not want public accepts it in private, never in public', async () => {
    const { publicId } = await makeComment(app, {
      state: 'pending',
      consent: { publish: false },
      body: '只给部门看的意见。',
    })
    const view = await bodyOf<DecisionView>(await decide(publicId, 'publish'))
    expect(view.state).toBe('private')
    const { row, audit } = await stored(publicId)
    expect(row.state).toBe('private')
    expect(audit[0]?.action).toBe('comment.private')
    expect((await app.get(`/api/comments/${publicId}`)).status).toBe(404)
    expect(await (await app.get('/api/search?q=只给部门看')).text()).not.toContain(publicId)
  })

  it('keeps an empty note as none', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    await decide(publicId, 'publish', { note: '  ' })
    expect((await stored(publicId)).decided[0]?.note).toBeNull()
  })

  it('may be an administrator’s', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    const answer = await decide(publicId, 'publish', {}, await signInAs(app, 'admin'))
    expect(answer.status).toBe(200)
  })
})

describe('a decision is refused', () => {
  it.each<[string, string, object, FieldCode]>([
    ['to return without a reason', 'return', {}, 'reason_required'],
    ['to reject without a reason', 'reject', {}, 'reason_required'],
    ['to reject with an empty reason', 'reject', { reason: '' }, 'reason_required'],
    ['with an unknown reason', 'reject', { reason: 'because' }, 'reason_unknown'],
    ['to reject for a reason to return', 'reject', { reason: 'unclear' }, 'reason_unknown'],
    ['to publish for a reason to reject', 'publish', { reason: 'off_topic' }, 'reason_unknown'],
    ['with a very long reason', 'reject', { reason: 'x'.repeat(51) }, 'reason_unknown'],
  ])('%s', async (_, decision, more, code) => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    await expectRefused(() => decide(publicId, decision, more), 'invalid_input', ['reason', code])
    expect((await stored(publicId)).row.state).toBe('pending')
  })

  it('with too long a note', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    const note = '字'.repeat(501)
    await expectRefused(() => decide(publicId, 'publish', { note }), 'invalid_input', ['note', 'too_long'])
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

  it.each(['published', 'private', 'returned', 'rejected', 'withdrawn'] as const)(
    'on a comment that is %s',
    async (state) => {
      const { publicId } = await makeComment(app, { state, participant: organisation(3) })
      for (const [decision, reason] of [['publish'], ['return', 'unclear'], ['reject', 'off_topic']])
        await expectRefused(() => decide(publicId, decision ?? '', { reason }), 'already_decided')
    },
  )
})

it('tells the second of two moderators who decided what and when', async () => {
  const { publicId } = await makeComment(app, { state: 'pending' })
  app.clock.set('2099-03-20T06:07:00.000Z')
  expect((await decide(publicId, 'reject', { reason: 'off_topic' }, other)).status).toBe(200)
  app.clock.advance(minute)
  await expectRefused(() => decide(publicId, 'publish'), 'already_decided')
  const zh = await errorOf(await decide(publicId, 'publish'))
  expect(zh.message).toBe('这条意见已由何立于 3 月 20 日 14:07 审核：不予发布。您的决定没有生效。')
  const options = { as, headers: { 'accept-language': 'en' } }
  const again = { publicId, revision: 1, decision: 'publish' }
  const en = await errorOf(await app.post('/api/moderation/decisions', again, options))
  expect(en.message).toBe(
    '何立 already decided on this comment at 14:07 on 3/20 (Beijing): Reject. Your decision was not applied.',
  )
  expect((await stored(publicId)).row.state).toBe('rejected')
})
