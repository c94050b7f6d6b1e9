import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { QueueItemView, QueueView } from '../../worker/contract/moderation/queue'
import { type ParticipantKind, participantKinds } from '../../worker/contract/words'
import { bodyOf } from '../support/answers'
import { minute } from '../support/clock'
import { makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { addSignal, makeLookalikes, makeReview } from '../support/make-review'
import { makeUser, signIn, signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
let as = ''

interface Waiting {
  publicId: string
  measure: string
  kind: ParticipantKind
}
/** Sixteen that wait, longest first. */
const waiting: Waiting[] = []

beforeAll(async () => {
  await makeConsultation(app, { closesAt: new Date('2099-06-01T16:00:00.000Z') })
  await makeReasons(app)
  as = await signInAs(app, 'moderator')
  const places = ['1.1', '1.2', '2.1', '1.1'].flatMap((measure) =>
    participantKinds.map((kind) => ({ measure, kind })),
  )
  for (const [i, { measure, kind }] of places.entries()) {
    const participant = kind === 'individual' ? { kind } : organisation(i + 1, kind)
    const { publicId } = await makeComment(app, { state: 'pending', measure, participant })
    waiting.push({ publicId, measure, kind })
  }
}, 60_000)

const readQueue = async (query = '', cookie = as) =>
  bodyOf<QueueView>(await app.get(`/api/moderation/queue?${query}`, { as: cookie }))
const idsOf = (items: { publicId: string }[]) => items.map(({ publicId }) => publicId)

async function readAll(query: string, cookie = as): Promise<QueueItemView[]> {
  const items: QueueItemView[] = []
  for (let after = ''; ; ) {
    const page = await readQueue(`limit=3&${query}${after && `&after=${after}`}`, cookie)
    items.push(...page.items)
    if (page.next === null) return items
    expect(page.items).toHaveLength(3)
    after = page.next
  }
}

describe('the queue by age', () => {
  const measures = [undefined, '1.1', '2.1']
  const filters = measures.flatMap((measure) =>
    [undefined, ...participantKinds].map((kind) => ({ measure, kind })),
  )

  it.each(filters)('has what waits once each, longest first, filtered by %j', async ({ measure, kind }) => {
    const query = [measure && `measure=${measure}`, kind && `kind=${kind}`].filter(Boolean).join('&')
    const expected = waiting.filter(
      (each) => (!measure || each.measure === measure) && (!kind || each.kind === kind),
    )
    expect(idsOf(await readAll(query))).toEqual(idsOf(expected))
  })

  it('is empty for a measure that is not there', async () => {
    expect((await readQueue('measure=9.9')).items).toEqual([])
  })

  it('goes on behind its last item where several came at the same moment', async () => {
    await app.db.run(sql`
      UPDATE comments SET state = 'returned' WHERE public_id = ${waiting[0]?.publicId}`)
    await app.db.run(sql`
      UPDATE comments SET state = 'pending', submitted_at = (
        SELECT submitted_at FROM comments WHERE public_id = ${waiting[1]?.publicId})
      WHERE public_id = ${waiting[0]?.publicId}`)
    const items = await readAll('')
    expect(idsOf(items).slice(0, 2)).toEqual([waiting[1]?.publicId, waiting[0]?.publicId])
    expect(new Set(idsOf(items)).size).toBe(16)
    ;[waiting[0], waiting[1]] = [waiting[1] as Waiting, waiting[0] as Waiting]
  })
})

describe('near-identical comments', () => {
  it('stand as one card with both counts; each has its turn by its signal', async () => {
    const all = await makeLookalikes(app, 3, { measure: '1.2' })
    for (const { publicId } of all) await addSignal(app, publicId, 'link')
    const items = (await readAll('measure=1.2')).filter(({ group }) => group !== null)
    expect(idsOf(items)).toEqual([all[0]?.publicId])
    expect(items[0]?.group).toEqual({ id: expect.any(Number), members: 3, open: 3 })
    expect(idsOf(await readAll('signal=link'))).toEqual(idsOf(all))
    expect((await readQueue('signal=link&view=appeals&measure=2.1')).items).toHaveLength(3)
  })

  it('keep their card when the one in front is decided: the next steps forward', async () => {
    const all = await makeLookalikes(app, 3, { measure: '2.1', participant: organisation(80) })
    await app.db.run(sql`UPDATE comments SET state = 'private' WHERE public_id = ${all[0]?.publicId}`)
    const items = (await readAll('measure=2.1')).filter(({ group }) => group !== null)
    expect(idsOf(items)).toEqual([all[1]?.publicId])
    expect(items[0]?.group).toMatchObject({ members: 3, open: 2 })
  })
})

describe('the other views', () => {
  it.each([
    ['second', 'second'],
    ['appeals', 'appeal'],
    ['recheck', 'recheck'],
  ] as const)('%s has that kind of work alone', async (view, kind) => {
    const { publicId } = await makeReview(app, { kind, measure: '1.2' })
    await makeReview(app, { kind, measure: '2.1', participant: organisation(5) })
    expect(idsOf(await readAll(`view=${view}&measure=1.2`))).toEqual([publicId])
    expect((await readAll(`view=${view}`)).map(({ reviewKind }) => reviewKind)).toEqual([kind, kind])
    expect(await readAll(`view=${view}&measure=2.1&kind=enterprise`)).toHaveLength(1)
    expect(await readAll(`view=${view}&kind=individual`)).toHaveLength(1)
  })

  it('mine and passed have what I hold and what was passed to me', async () => {
    const [me, colleague] = [await makeUser(app, 'moderator'), await makeUser(app, 'moderator')]
    const [mine, theirs] = [await signIn(app, me), await signIn(app, colleague)]
    const [first, second, third] = [await makeReview(app), await makeReview(app), await makeReview(app)]
    for (const { reviewId } of [second, first])
      await app.post(`/api/moderation/reviews/${reviewId}/take-over`, {}, { as: mine })
    const passing = { to: me.actor.id, note: '请您看看。' }
    await app.post(`/api/moderation/reviews/${third.reviewId}/pass`, passing, { as: theirs })
    expect(idsOf(await readAll('view=mine', mine))).toEqual([first.publicId, second.publicId])
    const [passed] = await readAll('view=passed', mine)
    expect(passed).toMatchObject({
      publicId: third.publicId,
      holder: null,
      passed: { by: colleague.actor.name, note: '请您看看。', toMe: true },
    })
    expect(await readAll('view=mine', theirs)).toEqual([])
    app.clock.advance(15 * minute)
    expect(await readAll('view=mine', mine)).toEqual([])
  })

  it('soon has what is promised by the end of this working day, and what is late', async () => {
    await app.db.run(sql`UPDATE comments SET state = 'private' WHERE state = 'pending'`)
    app.clock.set('2099-03-27T02:00:00.000Z')
    const late = await makeReview(app, { measure: '1.2' })
    app.clock.set('2099-03-30T02:00:00.000Z')
    const today = await makeReview(app)
    app.clock.set('2099-03-31T15:59:00.000Z')
    const tomorrow = await makeReview(app)
    app.clock.set('2099-04-01T01:00:00.000Z')
    expect(idsOf(await readAll('view=soon'))).toEqual([late.publicId, today.publicId])
    expect(idsOf(await readAll('view=soon&measure=1.2'))).toEqual([late.publicId])
    const [, second, third] = await readAll('')
    expect(second?.dueAt).toBe('2099-04-01T16:00:00.000Z')
    expect(third?.publicId).toBe(tomorrow.publicId)
  })
})
