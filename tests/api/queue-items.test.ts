import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { QueueItemView, QueueView } from '../../worker/contract/moderation/queue'
import { bodyOf, errorOf } from '../support/answers'
import { hour } from '../support/clock'
import { decide, makeComment, organisation, usccOf } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { addSignal, makeReview, reviewIdOf } from '../support/make-review'
import { makeFirm, makeResponse, newEntry, sendResponse } from '../support/make-submission'
import { makeUser, signIn, signInAs, type TestUser } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
let reader: TestUser
let as = ''

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  reader = await makeUser(app, 'moderator', '何立')
  as = await signIn(app, reader)
})

const readReview = async (reviewId: number) =>
  bodyOf<QueueItemView>(await app.get(`/api/moderation/reviews/${reviewId}`, { as }))
const read = async (publicId: string) => readReview(await reviewIdOf(app, publicId))

describe('an item of the queue', () => {
  it('shows what its author will be called, and to a moderator the code and the history of a firm', async () => {
    for (const state of ['published', 'published', 'rejected', 'private'] as const)
      await makeComment(app, { state, participant: organisation(90) })
    const { publicId } = await makeComment(app, { state: 'pending', participant: organisation(90) })
    expect((await read(publicId)).author).toEqual({
      kind: 'enterprise',
      name: '第90精密制造有限公司',
      isVerified: false,
      uscc: usccOf(90),
      registeredAs: null,
      published: 2,
      rejected: 1,
      responseParts: null,
    })
  })

  it('masks the name of an individual as the public will see it', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    expect((await read(publicId)).author).toMatchObject({
      name: '朱**',
      uscc: null,
      published: 0,
      rejected: 0,
    })
  })

  it('stands with its measure, its clause, what it answers, its consent and its promised day', async () => {
    const root = await makeComment(app, {
      clause: '1.1.2',
      body: '上一条意见。',
      participant: organisation(91),
    })
    const { publicId, reviewId } = await makeReview(app, {
      parentId: root.publicId,
      consent: { publish: false },
      body: '第一行。\n第二行。',
      stance: 'oppose',
    })
    const at = app.clock.now().toISOString()
    await app.db.run(sql`DELETE FROM comment_signals`)
    expect(await readReview(reviewId)).toEqual({
      reviewId,
      reviewKind: 'first',
      publicId,
      revision: 1,
      createdAt: at,
      submittedAt: at,
      dueAt: '2099-03-23T16:00:00.000Z',
      stance: 'oppose',
      body: '第一行。\n第二行。',
      targets: [],
      attachments: [],
      profile: null,
      quote: null,
      wording: null,
      annexSummary: null,
      previousBody: null,
      consentPublish: false,
      isUnconfirmed: false,
      author: expect.objectContaining({ kind: 'individual', name: '朱**' }),
      measure: { key: '1.1', title: '培育壮大制造业企业群', shortTitle: '企业群' },
      clause: { key: '1.1.2', number: 2, text: '力争新培育专精特新中小企业300家。' },
      parent: {
        publicId: root.publicId,
        body: '上一条意见。',
        author: { kind: 'enterprise', name: '第91精密制造有限公司', isVerified: false },
      },
      signals: [],
      group: null,
      holder: null,
      passed: null,
      staged: null,
      appeal: null,
      journey: [{ at, step: 'received', revision: 1, reason: null, note: null, by: null }],
    })
  })

  it('shows the signals of the text as it is now', async () => {
    const { publicId, reviewId } = await makeReview(app)
    await addSignal(app, publicId, 'phone')
    await app.db.run(sql`
      INSERT INTO comment_signals (comment_id, revision, kind)
      SELECT id, revision + 1, 'link' FROM comments WHERE public_id = ${publicId}`)
    const { signals } = await readReview(reviewId)
    expect(signals).toContainEqual({ kind: 'phone', start: 2, end: 5, detail: null })
    expect(signals).not.toContainEqual(expect.objectContaining({ kind: 'link' }))
  })

  it('shows who decided and that it waits for its grace; what, to nobody but them', async () => {
    const { publicId, reviewId } = await makeReview(app)
    const by = await makeUser(app, 'moderator', '王敏')
    const decision = {
      publicId,
      revision: 1,
      reviewId,
      decision: 'reject',
      reason: 'off_topic',
      note: '一段给提交人的话。',
      internalNote: '一段内部的话。',
    }
    const theirs = { as: await signIn(app, by) }
    const answer = await app.post('/api/moderation/decisions', decision, theirs)
    const { stagedId, effectiveAt } = await bodyOf<{ stagedId: string; effectiveAt: string }>(answer)
    const staged = { id: stagedId, effectiveAt, by: '王敏' }
    expect((await readReview(reviewId)).staged).toEqual({ ...staged, decision: null, isMine: false })
    const own = await app.get(`/api/moderation/reviews/${reviewId}`, theirs)
    expect((await bodyOf<QueueItemView>(own)).staged).toEqual({ ...staged, decision: 'reject', isMine: true })
    const seniors = { as: await signInAs(app, 'senior_moderator') }
    for (const path of [`reviews/${reviewId}`, 'queue?limit=100', 'events?after=0', 'decided'])
      for (const options of [{ as }, seniors]) {
        const seen = await (await app.get(`/api/moderation/${path}`, options)).text()
        for (const secret of ['一段给提交人的话', '一段内部的话']) expect(seen).not.toContain(secret)
        if (path.startsWith('reviews')) expect(seen).not.toMatch(/off_topic|"reject"/)
      }
  })

  it('is gone once that took effect', async () => {
    const { publicId, reviewId } = await makeReview(app)
    app.clock.advance(hour)
    await decide(app, { publicId, revision: 1, decision: 'publish' })
    const answer = await app.get(`/api/moderation/reviews/${reviewId}`, { as })
    expect((await errorOf(answer)).code).toBe('not_found')
  })

  it('says how many its organisation sent with it as one response', async () => {
    const firm = await makeFirm(app)
    const entries = [newEntry(), newEntry({ clause: '1.1.2' })]
    const { version } = await makeResponse(app, firm, 'in_approval', entries)
    const { comments } = await sendResponse(app, firm, version)
    expect(comments).toHaveLength(2)
    for (const { publicId } of comments)
      expect((await read(publicId)).author).toMatchObject({ responseParts: 2 })
  })

  it('shows no contact', async () => {
    await makeComment(app, { state: 'pending', contact: '13712345678' })
    const answer = await app.get('/api/moderation/queue?limit=100', { as })
    expect(await answer.text()).not.toContain('13712345678')
  })
})

describe('a blind reading', () => {
  it('shows nothing of the first at a second look, and all that came before', async () => {
    await makeConsultation(app, { secondLook: 'all' })
    const { publicId, queryCode } = await makeComment(app, { state: 'returned' })
    const changed = { publicId, queryCode, body: '改过的意见。', stance: 'partly' }
    await app.post('/api/receipts/resubmit', changed)
    const first = await makeUser(app, 'moderator', '王敏')
    const decision = { publicId, revision: 2, decision: 'reject', reason: 'off_topic', note: '与措施无关。' }
    await decide(app, { ...decision, decision: 'reject' }, first.actor)
    const item = await read(publicId)
    expect(item.reviewKind).toBe('second')
    expect(item.journey.map(({ step }) => step)).toEqual(['received', 'return', 'resubmitted'])
    const { items } = await bodyOf<QueueView>(await app.get('/api/moderation/queue?view=second', { as }))
    expect(JSON.stringify(items)).not.toMatch(/off_topic|与措施无关/)
  })

  it('shows nothing of the decision at a re-check, not by the firm’s figures either', async () => {
    const { publicId } = await makeComment(app, { state: 'rejected', participant: organisation(92) })
    await app.db.run(
      sql`DELETE FROM reviews WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${publicId})`,
    )
    await app.db.run(sql`
      INSERT INTO reviews (comment_id, kind, revision, measure_id, participant_kind, group_id, opened_at)
      SELECT id, 'recheck', revision, measure_id, participant_kind, similar_group_id, submitted_at
      FROM comments WHERE public_id = ${publicId}`)
    const item = await read(publicId)
    expect(item.journey.map(({ step }) => step)).toEqual(['received'])
    expect(item.author).toMatchObject({ published: 0, rejected: 0 })
    expect(item.group).toBeNull()
    const appealed = await makeComment(app, { state: 'returned' })
    await app.db.run(sql`
      INSERT INTO reviews (comment_id, kind, revision, measure_id, participant_kind, group_id, opened_at)
      SELECT id, 'appeal', revision, measure_id, participant_kind, NULL, submitted_at
      FROM comments WHERE public_id = ${appealed.publicId}`)
    expect((await read(appealed.publicId)).journey.map(({ step }) => step)).toContain('return')
  })
})

describe('an appeal', () => {
  it('brings what its author says', async () => {
    const { publicId } = await makeComment(app, { state: 'returned' })
    await app.db.batch([
      app.db.run(sql`
        INSERT INTO appeals (comment_id, decision_id, text, filed_at)
        SELECT comment_id, id, '我说的正是这一条措施。', decided_at FROM moderation_decisions
        WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${publicId})`),
      app.db.run(
        sql`DELETE FROM reviews WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${publicId})`,
      ),
      app.db.run(sql`
        INSERT INTO reviews (comment_id, kind, revision, measure_id, participant_kind, opened_at)
        SELECT id, 'appeal', revision, measure_id, participant_kind, ${app.clock.now().getTime()}
        FROM comments WHERE public_id = ${publicId}`),
    ])
    const { appeal, reviewKind } = await read(publicId)
    expect(reviewKind).toBe('appeal')
    expect(appeal?.text).toBe('我说的正是这一条措施。')
  })
})
