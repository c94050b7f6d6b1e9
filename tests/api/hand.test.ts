import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { HandView, KeptHand } from '../../worker/contract/moderation/hand'
import type { QueueFilter } from '../../worker/contract/moderation/queue'
import { bodyOf } from '../support/answers'
import { minute, second } from '../support/clock'
import { copyComment, makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { type Moderator, makeModerator } from '../support/make-moderator'
import { makeReasons } from '../support/make-reasons'
import { addSignal, makeLookalikes, makeReview } from '../support/make-review'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeConsultation(app)
await makeReasons(app)

const moderators = [await makeModerator(app, '王敏'), await makeModerator(app, '何立')]
const [me, colleague] = moderators as [Moderator, Moderator]

beforeEach(async () => {
  await app.db.run(sql`UPDATE comments SET state = 'private' WHERE state = 'pending'`)
  await app.db.run(sql`DELETE FROM reviews`)
})

const deal = async ({ as }: Moderator, filter: Partial<QueueFilter> = {}) =>
  bodyOf<HandView>(await app.post('/api/moderation/hand', filter, { as }))
const keep = async ({ as }: Moderator) =>
  bodyOf<KeptHand>(await app.post('/api/moderation/hand/keep', {}, { as }))
const inAQuarter = () => new Date(app.clock.now().getTime() + 15 * minute).toISOString()
const release = async ({ as }: Moderator, reviewIds?: number[], heldUntil = inAQuarter()) =>
  bodyOf<KeptHand>(
    await app.post('/api/moderation/hand/release', { heldUntil, ...(reviewIds && { reviewIds }) }, { as }),
  )
const idsOf = ({ items }: { items: { reviewId: number }[] }) => items.map(({ reviewId }) => reviewId)

async function makeReviews(count: number, change: Parameters<typeof makeReview>[1] = {}): Promise<number[]> {
  const made: number[] = []
  for (let i = 0; i < count; i += 1) made.push((await makeReview(app, change)).reviewId)
  return made
}

describe('a hand', () => {
  it('is the twelve that wait longest, held for a quarter of an hour; the next moderator gets the next', async () => {
    const all = await makeReviews(15)
    const hand = await deal(me)
    expect(idsOf(hand)).toEqual(all.slice(0, 12))
    const until = new Date(app.clock.now().getTime() + 15 * minute).toISOString()
    expect(hand.heldUntil).toBe(until)
    expect(hand.items[0]?.holder).toEqual({ id: me.actor.id, name: '王敏', until, isMe: true })
    const other = await deal(colleague)
    expect(idsOf(other)).toEqual(all.slice(12))
    expect(idsOf(await deal(me))).toEqual(all.slice(0, 12))
  })

  it('is filled up from where it was decided, and what is decided is out of it', async () => {
    const all = await makeReviews(14)
    const { items } = await deal(me)
    for (const { publicId, reviewId } of items.slice(0, 2))
      await app.post(
        '/api/moderation/decisions',
        { publicId, revision: 1, reviewId, decision: 'publish' },
        { as: me.as },
      )
    expect(idsOf(await deal(me))).toEqual(all.slice(2))
  })

  it('gets back what was decided and undone', async () => {
    await makeReviews(1)
    const { items } = await deal(me)
    const [{ publicId, reviewId }] = items as [HandView['items'][number]]
    const decision = { publicId, revision: 1, reviewId, decision: 'publish' }
    const answer = await app.post('/api/moderation/decisions', decision, { as: me.as })
    const { stagedId } = await bodyOf<{ stagedId: string }>(answer)
    expect(idsOf(await deal(me))).toEqual([])
    expect(idsOf(await deal(colleague))).toEqual([])
    await app.post('/api/moderation/decisions/undo', { stagedId }, { as: me.as })
    expect(idsOf(await deal(colleague))).toEqual([])
    expect(idsOf(await deal(me))).toEqual([reviewId])
  })

  it('comes from the part that was asked for, and is counted there alone', async () => {
    const firms = await makeReviews(2, { measure: '1.2', participant: organisation(3) })
    const people = await makeReviews(13, { measure: '1.2' })
    const appeals = await makeReviews(1, { kind: 'appeal' })
    expect(idsOf(await deal(me, { measure: '1.2', kind: 'enterprise' }))).toEqual(firms)
    expect(idsOf(await deal(me, { view: 'appeals' }))).toEqual(appeals)
    expect(idsOf(await deal(me, { kind: 'individual' }))).toEqual(people.slice(0, 12))
    expect(idsOf(await deal(me, { view: 'mine' }))).toEqual([...firms, ...people.slice(0, 12), ...appeals])
    expect(idsOf(await deal(colleague))).toEqual(people.slice(12))
  })

  it('has nothing that its holder has dealt with before', async () => {
    const [theirs] = await makeReviews(1, { kind: 'appeal', excluded: [me.actor.id] })
    const [free] = await makeReviews(1, { kind: 'appeal', excluded: [colleague.actor.id] })
    expect(idsOf(await deal(me, { view: 'appeals' }))).toEqual([free])
    expect(idsOf(await deal(colleague, { view: 'appeals' }))).toEqual([theirs])
  })

  it('has what was passed to its holder, and nothing that was passed to somebody else', async () => {
    const [passed, free] = await makeReviews(2)
    await app.post(`/api/moderation/reviews/${passed}/pass`, { to: me.actor.id }, { as: colleague.as })
    expect(idsOf(await deal(colleague))).toEqual([free])
    expect(idsOf(await deal(me, { view: 'passed' }))).toEqual([passed])
  })
})

describe('a lease', () => {
  it('runs out by itself after a quarter of an hour, not a second earlier', async () => {
    const all = await makeReviews(2)
    await deal(me)
    app.clock.advance(15 * minute - second)
    expect(idsOf(await deal(colleague))).toEqual([])
    app.clock.advance(second)
    expect(idsOf(await deal(colleague))).toEqual(all)
    expect((await keep(me)).reviewIds).toEqual([])
    expect(idsOf(await deal(me))).toEqual([])
  })

  it('lives on by a heartbeat, which says what is still held', async () => {
    const all = await makeReviews(2)
    await deal(me)
    for (let i = 0; i < 3; i += 1) {
      app.clock.advance(10 * minute)
      const { reviewIds, heldUntil } = await keep(me)
      expect(reviewIds).toEqual(all)
      expect(heldUntil).toBe(new Date(app.clock.now().getTime() + 15 * minute).toISOString())
    }
    expect(idsOf(await deal(colleague))).toEqual([])
  })

  it('is given back whole or in part', async () => {
    const all = await makeReviews(3)
    await deal(me)
    expect((await release(me, [all[1] ?? 0])).reviewIds).toEqual([all[0], all[2]])
    expect(idsOf(await deal(colleague))).toEqual([all[1]])
    expect((await release(me, [all[1] ?? 0])).reviewIds).toEqual([all[0], all[2]])
    expect((await release(me)).reviewIds).toEqual([])
    expect(idsOf(await deal(colleague))).toEqual(all)
  })
})

describe('a page that says late that it was left', () => {
  it('takes nothing out of the hand that was dealt since', async () => {
    const all = await makeReviews(2)
    const { heldUntil } = await deal(me)
    app.clock.advance(second)
    await deal(me)
    expect((await release(me, undefined, heldUntil)).reviewIds).toEqual(all)
    expect((await release(me, all, heldUntil)).reviewIds).toEqual(all)
    expect(idsOf(await deal(colleague))).toEqual([])
  })

  it('takes nothing from a page that has said since that somebody is there', async () => {
    const all = await makeReviews(2)
    const { heldUntil } = await deal(me)
    app.clock.advance(minute)
    const kept = await keep(me)
    expect((await release(me, undefined, heldUntil)).reviewIds).toEqual(all)
    expect((await release(me, undefined, kept.heldUntil)).reviewIds).toEqual([])
  })
})

describe('a card', () => {
  it('is held with all that stands behind it; each behind it can be dealt by its signal', async () => {
    const group = await makeLookalikes(app, 3)
    for (const { publicId } of group) await addSignal(app, publicId, 'link')
    const ids = group.map(({ reviewId }) => reviewId)
    expect(idsOf(await deal(me))).toEqual(ids.slice(0, 1))
    const behind = await deal(colleague, { signal: 'link' })
    expect(behind.items).toEqual([])
    const { items } = await bodyOf<HandView>(
      await app.get('/api/moderation/queue?signal=link', { as: colleague.as }),
    )
    expect(items.map(({ holder }) => holder?.name)).toEqual(['王敏', '王敏', '王敏'])
    expect(idsOf(await deal(me, { signal: 'link' }))).toEqual(ids)
    expect((await keep(me)).reviewIds).toEqual(ids)
  })

  it('stays in the hand when the one in front is decided', async () => {
    const [front, behind] = await makeLookalikes(app, 2)
    await deal(me)
    await app.db.run(sql`UPDATE comments SET state = 'private' WHERE public_id = ${front?.publicId}`)
    expect(idsOf(await deal(colleague))).toEqual([])
    expect(idsOf(await deal(me))).toEqual([behind?.reviewId])
  })
})

describe('two hundred deals at once', () => {
  it('give nothing to two people, and everybody a full hand', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    await copyComment(app, publicId, 299)
    const people = [...moderators]
    while (people.length < 20) people.push(await makeModerator(app))
    const hands = await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        const person = people[i % 20] as Moderator
        return { id: person.actor.id, items: idsOf(await deal(person)) }
      }),
    )
    const ownerOf = new Map<number, string>()
    for (const { id, items } of hands) {
      expect(items).toHaveLength(12)
      for (const review of items) {
        expect(ownerOf.get(review) ?? id).toBe(id)
        ownerOf.set(review, id)
      }
    }
    expect(ownerOf.size).toBe(240)
    const held = await app.rows<{ count: number }>(sql`
      SELECT count(*) AS count FROM reviews WHERE held_by IS NOT NULL GROUP BY held_by`)
    expect(held).toEqual(Array(20).fill({ count: 12 }))
  }, 60_000)
})
