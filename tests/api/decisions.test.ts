import { asc, desc, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CommentContextView } from '../../worker/contract/comments'
import type { ErrorCode, FieldCode } from '../../worker/contract/errors'
import { domainWords } from '../../worker/contract/locales'
import type { DecisionView, ReasonChoice } from '../../worker/contract/moderation'
import type { ReceiptView } from '../../worker/contract/receipts'
import { auditLog, comments, moderationDecisions, reasons, users } from '../../worker/db/schema'
import { applyDueDecisions } from '../../worker/services/moderation/apply-due-decisions'
import { bodyOf, errorOf } from '../support/answers'
import { day, grace, minute } from '../support/clock'
import { letTakeEffect, makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons, testReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
let as = ''
let other = ''
let senior = ''

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  as = await signInAs(app, 'moderator', '王敏')
  other = await signInAs(app, 'moderator', '何立')
  senior = await signInAs(app, 'senior_moderator')
  const retired = {
    id: 'retired',
    decision: 'reject' as const,
    zh: '一',
    en: 'a',
    mayResubmit: false,
    sort: 9,
  }
  await app.db.insert(reasons).values({ ...retired, isActive: false })
})

const decide = (publicId: string, decision: string, more: object = {}, cookie = as) =>
  app.post('/api/moderation/decisions', { publicId, revision: 1, decision, ...more }, { as: cookie })

/** Decides, and lets it take effect. */
async function settle(publicId: string, decision: string, more: object = {}, cookie = as): Promise<void> {
  expect((await decide(publicId, decision, more, cookie)).status).toBe(200)
  await letTakeEffect(app)
}

async function stored(publicId: string) {
  const [row] = await app.db.select().from(comments).where(eq(comments.publicId, publicId))
  if (!row) throw new Error(`${publicId} was not stored`)
  const decided = await app.db
    .select()
    .from(moderationDecisions)
    .where(eq(moderationDecisions.commentId, row.id))
    .orderBy(asc(moderationDecisions.decidedAt))
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
  it('moves nothing until its grace is over', async () => {
    const { publicId, queryCode } = await makeComment(app, { state: 'pending' })
    const before = await countRows(app)
    const view = await bodyOf<DecisionView>(await decide(publicId, 'publish'))
    const effectiveAt = new Date(app.clock.now().getTime() + grace).toISOString()
    expect(view).toEqual({ outcome: 'staged', publicId, stagedId: expect.any(String), effectiveAt })
    app.clock.advance(grace - 1)
    expect(await applyDueDecisions(app.context())).toBe(0)
    const { row, decided, audit } = await stored(publicId)
    expect(row).toMatchObject({ state: 'pending', decidedAt: null })
    expect(decided).toEqual([])
    expect(audit.map(({ action }) => action)).toEqual(['comment.submitted'])
    expect((await app.get(`/api/comments/${publicId}`)).status).toBe(404)
    const receipt = await app.post('/api/receipts/lookup', { publicId, queryCode })
    expect((await bodyOf<ReceiptView>(receipt)).journey).toHaveLength(1)
    const after = await countRows(app)
    expect({ ...after, staged_decisions: 0, desk_events: 0 }).toEqual({
      ...before,
      staged_decisions: 0,
      desk_events: 0,
    })
    app.clock.advance(1)
    expect(await applyDueDecisions(app.context())).toBe(1)
    expect((await stored(publicId)).row.state).toBe('published')
  })

  it.each([
    ['publish', undefined, 'published', 'fine'],
    ['publish', 'fine_now', 'published', 'fine_now'],
    ['return', 'unclear', 'returned', 'unclear'],
    ['reject', 'off_topic', 'rejected', 'off_topic'],
  ])(
    'to %s for %s makes a comment %s, with its reason and its audit row',
    async (decision, reason, state, id) => {
      const { publicId } = await makeComment(app, { state: 'pending' })
      const sentAt = app.clock.now()
      app.clock.advance(7 * minute)
      const stagedAt = app.clock.now()
      const more = { ...(reason && { reason }), note: ' 请看第二段。 ', internalNote: '与昨天那条类似。' }
      await settle(publicId, decision, more)

      const { row, decided, audit } = await stored(publicId)
      const [moderator] = await app.db.select().from(users).where(eq(users.name, '王敏'))
      expect(row).toMatchObject({ state, revision: 1, decidedAt: app.clock.now() })
      expect(decided).toEqual([
        {
          id: expect.any(String),
          commentId: row.id,
          revision: 1,
          decision,
          reasonId: id,
          reasonVersion: 1,
          note: '请看第二段。',
          internalNote: '与昨天那条类似。',
          decidedBy: moderator?.id,
          decidedAt: app.clock.now(),
          reviewKind: 'first',
          fromState: 'pending',
          stagedAt,
          waitedMinutes: Math.floor((app.clock.now().getTime() - sentAt.getTime()) / minute),
          batchId: null,
        },
      ])
      expect(audit.map(({ action }) => action)).toEqual([`comment.${state}`, 'comment.submitted'])
      expect(audit[0]).toMatchObject({
        at: app.clock.now(),
        actorKind: 'user',
        actorId: moderator?.id,
        data: { revision: 1, decision: decided[0]?.id, state, reason: id, reasonVersion: 1 },
      })
      expect(JSON.stringify(audit[0]?.data)).not.toMatch(/第二段|昨天/)
      expect(await app.rows(sql`SELECT id FROM reviews WHERE comment_id = ${row.id}`)).toEqual([])
      expect(await app.rows(sql`SELECT id FROM staged_decisions`)).toEqual([])
    },
  )

  it('to publish what its author does not want public accepts it in private, never in public', async () => {
    const { publicId } = await makeComment(app, {
      state: 'pending',
      consent: { publish: false },
      body: '只给部门看的意见。',
    })
    await settle(publicId, 'publish')
    const { row, audit } = await stored(publicId)
    expect(row.state).toBe('private')
    expect(audit[0]?.action).toBe('comment.private')
    expect((await app.get(`/api/comments/${publicId}`)).status).toBe(404)
    expect(await (await app.get('/api/search?q=只给部门看')).text()).not.toContain(publicId)
  })

  it('keeps an empty note as none', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    await settle(publicId, 'publish', { note: '  ', internalNote: '' })
    expect((await stored(publicId)).decided[0]).toMatchObject({ note: null, internalNote: null })
  })

  it('may be an administrator’s', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    const answer = await decide(publicId, 'publish', {}, await signInAs(app, 'admin'))
    expect(answer.status).toBe(200)
  })

  it('on a reply stands even where what it answers is no longer public', async () => {
    const root = await makeComment(app)
    const { publicId } = await makeComment(app, { state: 'pending', parentId: root.publicId })
    await settle(root.publicId, 'reject', { reason: 'off_topic' }, senior)
    await settle(publicId, 'publish')
    const answer = await app.get(`/api/comments/${publicId}`)
    const { ancestors } = await bodyOf<CommentContextView>(answer)
    expect(ancestors).toEqual([])
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

describe('deciding anew', () => {
  it.each([
    ['published', 'reject', { reason: 'off_topic' }, 'rejected'],
    ['published', 'redact', { redactions: [{ start: 0, end: 2, reason: 'wording' }] }, 'published'],
    ['private', 'reject', { reason: 'off_topic' }, 'rejected'],
    ['returned', 'restore', {}, 'published'],
    ['rejected', 'restore', {}, 'published'],
  ] as const)('on what is %s, to %s, is the seniors’', async (state, decision, more, next) => {
    const { publicId } = await makeComment(app, { state })
    await expectRefused(() => decide(publicId, decision, more), 'forbidden')
    await settle(publicId, decision, more, senior)
    const { row, decided } = await stored(publicId)
    expect(row.state).toBe(next)
    expect(decided.at(-1)).toMatchObject({ reviewKind: null, fromState: state, waitedMinutes: null })
    const isFound = (await (await app.get('/api/search?q=口径&limit=100')).text()).includes(publicId)
    expect(isFound).toBe(next === 'published')
  })

  it.each([
    ['published', 'publish'],
    ['published', 'restore'],
    ['private', 'publish'],
    ['returned', 'publish'],
    ['rejected', 'uphold'],
    ['withdrawn', 'restore'],
  ] as const)('on what is %s, to %s, is nobody’s', async (state, decision) => {
    const { publicId } = await makeComment(app, { state })
    await expectRefused(() => decide(publicId, decision, {}, senior), 'act_not_allowed')
  })

  it('counts replies, and takes a comment from the search and back', async () => {
    const root = await makeComment(app)
    const reply = await makeComment(app, { parentId: root.publicId, body: '独一无二的回复。' })
    const find = async () => (await (await app.get('/api/search?q=独一无二')).text()).includes(reply.publicId)
    const replies = async () => (await stored(root.publicId)).row.replyCount
    expect([await find(), await replies()]).toEqual([true, 1])
    await settle(reply.publicId, 'reject', { reason: 'off_topic' }, senior)
    expect([await find(), await replies()]).toEqual([false, 0])
    await settle(reply.publicId, 'restore', {}, senior)
    expect([await find(), await replies()]).toEqual([true, 1])
  })

  it('is dropped where its author changes the text before it takes effect', async () => {
    const { publicId, queryCode } = await makeComment(app, { state: 'returned' })
    expect((await decide(publicId, 'restore', {}, senior)).status).toBe(200)
    const changed = { publicId, queryCode, body: '改过的意见。', stance: 'partly' }
    expect((await app.post('/api/receipts/resubmit', changed)).status).toBe(200)
    expect(await letTakeEffect(app)).toBe(0)
    const { row, decided } = await stored(publicId)
    expect(row).toMatchObject({ state: 'pending', revision: 2 })
    expect(decided).toHaveLength(1)
    expect((await decide(publicId, 'publish', { revision: 2 })).status).toBe(200)
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

it('offers the reasons in use, in their order, the usual one of each decision first', async () => {
  const { items } = await bodyOf<{ items: ReasonChoice[] }>(await app.get('/api/moderation/reasons', { as }))
  const expected = testReasons
    .map(({ id, decision, zh, en, labelZh, labelEn, mayResubmit }) => ({
      id,
      decision,
      zh,
      en,
      labelZh,
      labelEn,
      mayResubmit,
    }))
    .toSorted((a, b) => a.decision.localeCompare(b.decision))
  expect(items).toEqual(expected)
})
