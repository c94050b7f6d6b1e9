import type { InStatement } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { limits } from '../../worker/contract/limits'
import type { BatchCount, BatchInput, BatchView, Selection } from '../../worker/contract/moderation/batches'
import { applyDueDecisions } from '../../worker/services/moderation/apply-due-decisions'
import { stageBatch } from '../../worker/services/moderation/batches/stage-batch'
import { openReview } from '../../worker/services/moderation/open-review'
import { bodyOf, errorOf } from '../support/answers'
import { auditOf } from '../support/audit'
import { hour, minute, second } from '../support/clock'
import { copyComment, decide, letTakeEffect, makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeModerator, takeOver } from '../support/make-moderator'
import { makeReasons } from '../support/make-reasons'
import { groupIdOf, makeLookalikes, makeReview, reviewIdOf, type TestReview } from '../support/make-review'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeConsultation(app)
await makeReasons(app)
const me = await makeModerator(app, '王敏')
const { as } = me
const colleague = await makeModerator(app, '何立')

beforeEach(async () => {
  await app.db.run(sql`UPDATE comments SET state = 'private' WHERE state = 'pending'`)
  await app.db.run(sql`DELETE FROM reviews`)
  await app.db.run(sql`DELETE FROM staged_decisions`)
})

const count = async (selection: Selection) =>
  bodyOf<BatchCount>(await app.post('/api/moderation/batches/count', { selection }, { as }))
const send = (selection: Selection, upTo: number, more: Partial<BatchInput> = {}, options = {}) =>
  app.post('/api/moderation/batches', { selection, upTo, decision: 'publish', ...more }, { as, ...options })
const stage = async (...args: Parameters<typeof send>) => bodyOf<BatchView>(await send(...args))

/** What an act answers, and how many requests to the database it took. */
async function counted<Answer>(act: () => Promise<Answer>): Promise<[number, Answer]> {
  const { batch, execute } = app.db.$client
  let requests = 0
  app.db.$client.execute = ((statement: InStatement) => {
    requests += 1
    return execute(statement)
  }) as typeof execute
  app.db.$client.batch = (statements, mode) => {
    requests += 1
    return batch(statements as InStatement[], mode)
  }
  const answer = await act().finally(() => Object.assign(app.db.$client, { batch, execute }))
  return [requests, answer]
}

const chosen = (...reviews: (TestReview | undefined)[]): Selection => ({
  of: 'chosen',
  reviews: reviews.flatMap((each) => (each ? [{ ...each, revision: 1 }] : [])),
})
const filter = (change: object = {}) => ({ of: 'filter', filter: { view: 'age', ...change } }) as Selection
const idsOf = (items: { publicId: string }[]) => items.map(({ publicId }) => publicId)
const stateOf = async (publicId: string) => {
  const [row] = await app.rows<{ state: string }>(
    sql`SELECT state FROM comments WHERE public_id = ${publicId}`,
  )
  return row?.state
}

describe('a decision on many', () => {
  it('applies to the members that were counted; those that came later wait for their own', async () => {
    const body = '希望检测平台周末也向小企业开放，可以预约。'
    const group = [await makeReview(app, { body }), await makeReview(app, { body })]
    const selection: Selection = { of: 'group', groupId: await groupIdOf(app, group[0]?.publicId ?? '') }
    const { upTo } = await count(selection)
    const late = await makeReview(app, { body })
    const { batchId, staged, refused } = await stage(selection, upTo, { note: '谢谢。' })
    expect(idsOf(staged)).toEqual(idsOf(group))
    expect(refused).toEqual([])
    expect(await stateOf(group[0]?.publicId ?? '')).toBe('pending')
    app.clock.advance(minute)
    await applyDueDecisions(app.context())
    for (const { publicId } of group) expect(await stateOf(publicId)).toBe('published')
    expect(await stateOf(late.publicId)).toBe('pending')
    const decided = await app.rows(sql`
      SELECT batch_id, note, decided_by FROM moderation_decisions WHERE batch_id IS NOT NULL`)
    expect(decided).toEqual(Array(2).fill({ batch_id: batchId, note: '谢谢。', decided_by: me.actor.id }))
    const { items } = await bodyOf<{ items: { publicId: string }[] }>(
      await app.get('/api/moderation/queue', { as }),
    )
    expect(idsOf(items)).toEqual([late.publicId])
  })

  it('reports what did not apply and why, and applies to the rest', async () => {
    const made = [await makeReview(app), await makeReview(app), await makeReview(app), await makeReview(app)]
    const [held, closed, changed, fine] = made as [TestReview, TestReview, TestReview, TestReview]
    const recheck = await makeReview(app, { kind: 'recheck' })
    await takeOver(app, colleague, held.reviewId)
    await decide(app, { publicId: closed.publicId, revision: 1, decision: 'publish' })
    const selection = chosen(held, closed, fine, recheck)
    if (selection.of === 'chosen') selection.reviews.push({ ...changed, revision: 2 })
    const { upTo } = await count(selection)
    const { staged, refused } = await stage(selection, upTo)
    expect(idsOf(staged)).toEqual([fine.publicId])
    expect(refused.map(({ publicId, code }) => [publicId, code])).toEqual([
      [held.publicId, 'held_by_other'],
      [closed.publicId, 'already_decided'],
      [recheck.publicId, 'act_not_allowed'],
      [changed.publicId, 'revision_changed'],
    ])
    expect(refused[0]?.message).toContain('何立')
    const english = { headers: { 'accept-language': 'en' } }
    expect((await stage(chosen(held), upTo, {}, english)).refused[0]?.message).toContain('is working on')
    const opinions = await app.rows(sql`SELECT id FROM review_opinions`)
    expect(opinions).toEqual([])
  })

  it('shows in the report which second look found otherwise than the first', async () => {
    await makeConsultation(app, { secondLook: 'all' })
    const { publicId } = await makeComment(app, { state: 'pending' })
    await decide(app, { publicId, revision: 1, decision: 'reject', reason: 'off_topic' }, colleague.actor)
    const review = { publicId, reviewId: await reviewIdOf(app, publicId) }
    const { staged, refused } = await stage(chosen(review), review.reviewId)
    expect(staged).toEqual([])
    expect(refused).toEqual([
      {
        publicId,
        code: 'act_not_allowed',
        message: '前一位审核员的意见不同。您的意见已经记下，请逐条作出最后决定。',
      },
    ])
  })

  it('is of no more than three hundred, the oldest, and asks the database about once for each', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    await copyComment(app, publicId, 301)
    const { count: found, upTo } = await count(filter())
    expect(found).toBe(302)
    const input = { selection: filter(), upTo, decision: 'publish' as const }
    const [requests, { staged }] = await counted(() => stageBatch(app.context(me.actor), input))
    expect(staged).toHaveLength(300)
    expect(requests).toBeLessThanOrEqual(300 * (1 + 1 / 8) + 5)
    const [left] = await app.rows<{ id: number }>(sql`
      SELECT min(r.id) AS id FROM reviews r LEFT JOIN staged_decisions t ON t.review_id = r.id WHERE t.id IS NULL`)
    expect(left?.id).toBe(upTo - 1)
  }, 60_000)

  it('asks the database at most three times for each, where every one is lost: a call of a Worker has a thousand', async () => {
    const lost = await makeLookalikes(app, 8)
    await app.db.run(sql`
      INSERT INTO review_opinions (id, comment_id, revision, review_kind, decision, reason_id, reason_version, given_by, given_at)
      SELECT 'o' || c.id, c.id, 1, 'first', 'reject', 'off_topic', 1, ${colleague.actor.id}, 0
      FROM comments c JOIN reviews r ON r.comment_id = c.id`)
    await app.db.run(sql`UPDATE reviews SET is_front = 1, group_id = NULL`)
    const work = await app.rows<{ comment_id: number }>(sql`SELECT comment_id FROM reviews`)
    await app.db.run(sql`DELETE FROM reviews`)
    for (const { comment_id } of work)
      await app.db.batch(
        openReview(app.context(), comment_id, 'second', sql`SELECT '' AS user_id WHERE 0`, sql`1`),
      )
    await app.db.run(sql`
      CREATE TRIGGER lose_opinions BEFORE INSERT ON review_opinions BEGIN SELECT RAISE(IGNORE); END`)
    const reviews = await Promise.all(
      lost.map(async ({ publicId }) => ({ publicId, reviewId: await reviewIdOf(app, publicId) })),
    )
    const input = { selection: chosen(...reviews), upTo: 0, decision: 'publish' as const }
    const [requests, { refused }] = await counted(() => stageBatch(app.context(me.actor), input))
    await app.db.run(sql`DROP TRIGGER lose_opinions`)
    expect(refused).toHaveLength(8)
    const [fixed, forEach] = [3, (requests - 3) / 8]
    expect(forEach).toBeLessThanOrEqual(3 + 1 / 8)
    expect(fixed + forEach * limits.batchSize).toBeLessThan(1000)
  })

  it('is refused as a whole where it names no reason, an unknown one, or an unknown act', async () => {
    const review = await makeReview(app)
    const before = await countRows(app)
    for (const more of [
      { decision: 'reject' as const },
      { reason: 'nonsense' },
      { decision: 'redact' as never },
    ])
      expect((await errorOf(await send(chosen(review), review.reviewId, more))).code).toBe('invalid_input')
    expect(await countRows(app)).toEqual(before)
  })
})

describe('the grace of a batch', () => {
  it('is one for all, and undoing takes back all, without a trace', async () => {
    const group = await makeLookalikes(app, 3)
    const before = await countRows(app)
    const selection = chosen(...group)
    const { batchId, effectiveAt } = await stage(selection, group[2]?.reviewId ?? 0)
    const moments = await app.rows<{ at: number }>(
      sql`SELECT DISTINCT effective_at AS at FROM staged_decisions`,
    )
    expect(moments).toEqual([{ at: new Date(effectiveAt).getTime() }])
    const late = new Date(effectiveAt).getTime() - app.clock.now().getTime()
    expect(late).toBeGreaterThanOrEqual(10 * second)
    expect(late).toBeLessThan(40 * second)
    const answer = await app.post('/api/moderation/decisions/undo', { batchId }, { as })
    expect(await bodyOf(answer)).toEqual({ undone: 3, tooLate: 0 })
    const { desk_events: _, ...rows } = await countRows(app)
    const { desk_events: __, ...rowsBefore } = before
    expect(rows).toEqual(rowsBefore)
    for (const { publicId } of group) expect(await auditOf(app, publicId)).toHaveLength(1)
  })

  it('is told to the desk once it runs, item by item', async () => {
    const group = await makeLookalikes(app, 2)
    const [last] = await app.rows<{ seq: number }>(sql`SELECT max(seq) AS seq FROM desk_events`)
    const { effectiveAt } = await stage(chosen(...group), group[1]?.reviewId ?? 0)
    const events = await app.rows<{ kind: string; until: number }>(
      sql`SELECT kind, until FROM desk_events WHERE seq > ${last?.seq}`,
    )
    expect(events).toEqual(Array(2).fill({ kind: 'staged', until: new Date(effectiveAt).getTime() }))
  })

  it('never ends for what an interrupted batch left behind; the next heartbeat forgets it', async () => {
    const [first, broken] = [await makeReview(app), await makeReview(app)]
    await app.db.run(sql`
      CREATE TRIGGER break_staging BEFORE INSERT ON staged_decisions
      WHEN NEW.comment_id = (SELECT comment_id FROM reviews WHERE id = ${sql.raw(String(broken.reviewId))})
      BEGIN SELECT RAISE(ABORT, 'broken'); END`)
    const ctx = app.context(me.actor)
    const input = { selection: chosen(first, broken), upTo: broken.reviewId, decision: 'publish' as const }
    await expect(stageBatch(ctx, input)).rejects.toThrow()
    expect(await app.rows(sql`SELECT id FROM staged_decisions`)).toEqual([])

    await app.db.run(
      sql`CREATE TRIGGER keep_staged BEFORE DELETE ON staged_decisions BEGIN SELECT RAISE(ABORT, 'gone'); END`,
    )
    await expect(stageBatch(ctx, input)).rejects.toThrow()
    await app.db.run(sql`DROP TRIGGER keep_staged`)
    await app.db.run(sql`DROP TRIGGER break_staging`)
    expect(await app.rows(sql`SELECT id FROM staged_decisions`)).toHaveLength(1)
    app.clock.advance(4 * minute)
    expect(await letTakeEffect(app)).toBe(0)
    await app.post('/api/moderation/hand/keep', {}, { as })
    expect(await app.rows(sql`SELECT id FROM staged_decisions`)).toHaveLength(1)
    app.clock.advance(hour)
    expect(await letTakeEffect(app)).toBe(0)
    expect(await stateOf(first.publicId)).toBe('pending')
    await app.post('/api/moderation/hand/keep', {}, { as })
    expect(await app.rows(sql`SELECT id FROM staged_decisions`)).toEqual([])
  })
})
