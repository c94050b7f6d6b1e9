import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { QueueCounts } from '../../worker/contract/moderation/queue'
import { participantKinds, reviewKinds, signalKinds } from '../../worker/contract/words'
import { resubmitComment } from '../../worker/services/receipts/resubmit-comment'
import { bodyOf } from '../support/answers'
import { day, hour, minute } from '../support/clock'
import { decide, makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { addSignal, makeReview } from '../support/make-review'
import { makeUser, signIn, type TestUser } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
let me: TestUser
let as = ''

beforeAll(async () => {
  await makeConsultation(app, { closesAt: new Date('2099-09-01T16:00:00.000Z') })
  await makeReasons(app)
  me = await makeUser(app, 'moderator')
  as = await signIn(app, me)
})

const readCounts = async () => bodyOf<QueueCounts>(await app.get('/api/moderation/counts', { as }))

/** The same, counted from the rows. */
async function count(): Promise<Pick<QueueCounts, 'open' | 'cards' | 'signals' | 'byKind' | 'byMeasure'>> {
  const tally = async (keys: readonly string[], query: ReturnType<typeof sql>) => {
    const found = new Map(
      (await app.rows<{ key: string; count: number }>(query)).map((row) => [row.key, row.count]),
    )
    return Object.fromEntries(keys.map((key) => [key, found.get(key) ?? 0]))
  }
  const counted = {
    open: await tally(reviewKinds, sql`SELECT kind AS key, count(*) AS count FROM reviews GROUP BY kind`),
    cards: await tally(
      reviewKinds,
      sql`SELECT kind AS key, count(DISTINCT coalesce(-group_id, id)) AS count FROM reviews GROUP BY kind`,
    ),
    signals: await tally(
      signalKinds,
      sql`SELECT s.kind AS key, count(DISTINCT r.id) AS count FROM comment_signals s
        JOIN reviews r ON r.comment_id = s.comment_id AND r.revision = s.revision AND r.kind = 'first' GROUP BY s.kind`,
    ),
    byKind: await tally(
      participantKinds,
      sql`SELECT c.participant_kind AS key, count(*) AS count FROM comments c
        JOIN reviews r ON r.comment_id = c.id AND r.kind = 'first' GROUP BY 1`,
    ),
    byMeasure: await tally(
      ['1.1', '1.2', '2.1'],
      sql`SELECT m.key, count(*) AS count FROM comments c JOIN measures m ON m.id = c.measure_id
        JOIN reviews r ON r.comment_id = c.id AND r.kind = 'first' GROUP BY 1`,
    ),
  }
  return counted as Awaited<ReturnType<typeof count>>
}

const bodies = ['请把申报材料一次列清楚。', '夜班公交请开到十一点以后。', '希望检测平台周末也开放预约。']
const act = fc.record({
  act: fc.constantFrom(
    ...(['send', 'send', 'signal', 'publish', 'return', 'reject', 'resubmit', 'withdraw'] as const),
  ),
  which: fc.nat(),
  body: fc.constantFrom(...bodies),
  measure: fc.constantFrom('1.1', '1.2', '2.1'),
  kind: fc.constantFrom(...participantKinds),
})
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

const decisionOf = {
  publish: { decision: 'publish' as const },
  return: { decision: 'return' as const, reason: 'unclear' },
  reject: { decision: 'reject' as const, reason: 'off_topic' },
}

/** One act after another; what the rules refuse changes nothing. */
async function perform(acts: Act[]): Promise<void> {
  const sent: { publicId: string; queryCode: string; revision: number }[] = []
  for (const { act, which, body, measure, kind } of acts) {
    const comment = sent[which % Math.max(1, sent.length)]
    if (act === 'send') {
      const participant = kind === 'individual' ? { kind } : organisation(1, kind)
      const made = await makeComment(app, { state: 'pending', body, measure, participant })
      sent.push({ ...made, revision: 1 })
    } else if (comment) {
      const { publicId, queryCode, revision } = comment
      if (act === 'signal') await addSignal(app, publicId, which % 2 ? 'phone' : 'link')
      else if (act === 'withdraw')
        await app.db.run(sql`UPDATE comments SET state = 'withdrawn' WHERE public_id = ${publicId}`)
      else if (act === 'resubmit')
        await resubmitComment(app.context(), { publicId, queryCode, body, stance: 'partly' }).then(
          () => {
            comment.revision += 1
          },
          () => {},
        )
      else {
        await decide(app, { publicId, revision, ...decisionOf[act] }).catch(() => {})
      }
    }
  }
}

describe('the counts', () => {
  it('equal a count, whatever happens in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 18 }), async (acts) => {
        await makeConsultation(app, {
          closesAt: new Date('2099-09-01T16:00:00.000Z'),
          secondLook: 'all',
          recheckPercent: 50,
        })
        await app.db.run(sql`UPDATE comments SET state = 'withdrawn' WHERE state <> 'withdrawn'`)
        await perform(acts)
        expect(await readCounts()).toMatchObject(await count())
      }),
      { numRuns: 6, seed: 2021 },
    )
  }, 60_000)

  it('say what is due by the end of this working day and what is late, by the calendar', async () => {
    await app.db.run(sql`UPDATE comments SET state = 'withdrawn' WHERE state <> 'withdrawn'`)
    for (const moment of ['2099-04-24T02:00:00Z', '2099-04-27T02:00:00Z', '2099-04-28T15:59:00Z']) {
      app.clock.set(moment)
      await makeReview(app)
    }
    app.clock.set('2099-04-28T16:01:00Z')
    expect(await readCounts()).toMatchObject({ soon: 2, overdue: 1 })
    app.clock.set('2099-04-29T15:59:00Z')
    expect(await readCounts()).toMatchObject({ soon: 2, overdue: 1 })
    app.clock.set('2099-04-29T16:00:00Z')
    expect(await readCounts()).toMatchObject({ soon: 3, overdue: 2 })
  })

  it('say what is in my hand and what was passed to me', async () => {
    const other = await makeUser(app, 'moderator')
    const theirs = await signIn(app, other)
    const [held, passed] = [await makeReview(app), await makeReview(app)]
    await app.post(`/api/moderation/reviews/${held.reviewId}/take-over`, {}, { as })
    await app.post(`/api/moderation/reviews/${passed.reviewId}/pass`, { to: me.actor.id }, { as: theirs })
    expect(await readCounts()).toMatchObject({ mine: 1, passed: 1 })
    app.clock.advance(15 * minute)
    expect(await readCounts()).toMatchObject({ mine: 0, passed: 1 })
  })

  it('say what was decided since midnight in Beijing, and how long it took in the middle', async () => {
    app.clock.set('2099-06-01T15:00:00Z')
    const long = await makeReview(app)
    const some = await makeReview(app)
    app.clock.advance(2 * hour)
    const short = await makeReview(app)
    expect(await readCounts()).toMatchObject({ decidedToday: 0, medianMinutes: null })
    app.clock.advance(10 * minute)
    await decide(app, { publicId: short.publicId, revision: 1, decision: 'publish' })
    app.clock.advance(hour)
    for (const { publicId } of [long, some]) await decide(app, { publicId, revision: 1, decision: 'publish' })
    expect(await readCounts()).toMatchObject({ decidedToday: 3, medianMinutes: 190 })
    app.clock.advance(day)
    expect(await readCounts()).toMatchObject({ decidedToday: 0, medianMinutes: 190 })
    app.clock.advance(7 * day)
    expect((await readCounts()).medianMinutes).toBeNull()
  })

  it('name the last event, from which news go on', async () => {
    const { lastEvent } = await readCounts()
    await makeReview(app)
    expect((await readCounts()).lastEvent).toBeGreaterThan(lastEvent)
  })
})
