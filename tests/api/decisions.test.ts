import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { CommentContextView } from '../../worker/contract/comments'
import type { DecisionView, ReasonChoice } from '../../worker/contract/moderation/decisions'
import type { ReceiptView } from '../../worker/contract/receipts'
import { users } from '../../worker/db/schema'
import { applyDueDecisions } from '../../worker/services/moderation/apply-due-decisions'
import { bodyOf } from '../support/answers'
import { grace, minute } from '../support/clock'
import { startDeciding } from '../support/deciding'
import { makeComment } from '../support/make-comment'
import { testReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { countRows } from '../support/test-app'

const { app, as, senior, decide, settle, stored } = await startDeciding()

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
