import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { DeskNews } from '../../worker/contract/moderation/news'
import { pruneDeskEvents } from '../../worker/services/reviews/prune-desk-events'
import { readDeskNews } from '../../worker/services/reviews/read-desk-news'
import { bodyOf } from '../support/answers'
import { minute, second } from '../support/clock'
import { copyComment, letTakeEffect, makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeReview } from '../support/make-review'
import { makeUser, signIn } from '../support/make-user'
import { startTestApp } from '../support/test-app'

let stirs = 0
const app = await startTestApp({
  desk: {
    stir: async () => {
      stirs += 1
    },
    work: async () => {},
    connect: async () => new Response(null, { status: 426 }),
  },
})
await makeConsultation(app)
await makeReasons(app)
const me = await makeUser(app, 'moderator', '王敏')
const as = await signIn(app, me)
const by = { id: me.actor.id, name: '王敏' }

const read = async (after: number) =>
  bodyOf<DeskNews>(await app.get(`/api/moderation/events?after=${after}`, { as }))
const readLast = async () => {
  const [row] = await app.rows<{ seq: number | null }>(sql`SELECT max(seq) AS seq FROM desk_events`)
  return row?.seq ?? 0
}
/** What the desk is told of an act. */
async function newsOf(act: () => Promise<unknown>): Promise<DeskNews['events']> {
  const before = await readLast()
  await act()
  const { events, isGap, lastEvent } = await read(before)
  expect(isGap).toBe(false)
  expect(lastEvent).toBe(events.at(-1)?.seq ?? before)
  return events
}
const inMinutes = (minutes: number) => new Date(app.clock.now().getTime() + minutes * minute).toISOString()

describe('the news of the desk', () => {
  it('tell of what came, who took it, who gave it back', async () => {
    const [opened] = await newsOf(() => makeReview(app))
    expect(opened).toMatchObject({ kind: 'opened', by: null, until: null })
    const held = await newsOf(() => app.post('/api/moderation/hand', {}, { as }))
    const { reviewId, publicId } = opened as DeskNews['events'][number]
    expect(held).toEqual([
      { seq: expect.any(Number), kind: 'held', reviewId, publicId, by, until: inMinutes(15) },
    ])
    const freed = await newsOf(() =>
      app.post('/api/moderation/hand/release', { heldUntil: inMinutes(15) }, { as }),
    )
    expect(freed).toEqual([
      { seq: expect.any(Number), kind: 'held', reviewId, publicId, by: null, until: null },
    ])
  })

  it('tell anew until when it is held before what was told has run out', async () => {
    await app.post('/api/moderation/hand', {}, { as })
    let told = inMinutes(15)
    for (let i = 0; i < 30; i += 1) {
      app.clock.advance(minute)
      const events = await newsOf(() => app.post('/api/moderation/hand/keep', {}, { as }))
      for (const event of events) {
        expect(event).toMatchObject({ kind: 'held', by, until: inMinutes(15) })
        told = event.until ?? ''
      }
      expect(new Date(told).getTime()).toBeGreaterThan(app.clock.now().getTime() + 5 * minute)
    }
    expect(await newsOf(() => app.post('/api/moderation/hand/keep', {}, { as }))).toEqual([])
  })

  it('tell of a decision, of its undoing and of its taking effect', async () => {
    const { publicId, reviewId } = await makeReview(app)
    let stagedId = ''
    const decide = async () => {
      const decision = { publicId, reviewId, revision: 1, decision: 'publish' }
      const answer = await app.post('/api/moderation/decisions', decision, { as })
      stagedId = (await bodyOf<{ stagedId: string }>(answer)).stagedId
    }
    const until = new Date(app.clock.now().getTime() + 10 * second).toISOString()
    expect(await newsOf(decide)).toContainEqual(
      expect.objectContaining({ kind: 'staged', reviewId, publicId, by, until }),
    )
    const undo = () => app.post('/api/moderation/decisions/undo', { stagedId }, { as })
    expect((await newsOf(undo)).map(({ kind }) => kind)).toEqual(['unstaged'])
    await decide()
    const kinds = (await newsOf(() => letTakeEffect(app))).map(({ kind }) => kind)
    expect(kinds.sort()).toEqual(['closed', 'unstaged'])
  })

  it('tell of what is passed on, to whom', async () => {
    const { reviewId } = await makeReview(app)
    const colleague = await makeUser(app, 'moderator', '何立')
    const to = { to: colleague.actor.id }
    const [passed] = await newsOf(() => app.post(`/api/moderation/reviews/${reviewId}/pass`, to, { as }))
    expect(passed).toMatchObject({ kind: 'held', by: { id: colleague.actor.id, name: '何立' }, until: null })
  })

  it('have no gap for whoever is up to date, and one for whoever missed too much', async () => {
    const last = await readLast()
    expect(await read(last)).toEqual({ events: [], lastEvent: last, isGap: false })
    const { publicId } = await makeComment(app, { state: 'pending' })
    await copyComment(app, publicId, 499)
    const { events, isGap } = await read(last)
    expect([events.length, isGap]).toEqual([500, false])
    await makeReview(app)
    expect(await read(last)).toEqual({ events: [], lastEvent: last + 501, isGap: true })
  })

  it('are kept to the newest five thousand; whoever asks for older ones is told of the gap', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    await copyComment(app, publicId, 5_100)
    const last = await readLast()
    await pruneDeskEvents(app.context())
    const [row] = await app.rows<{ count: number }>(sql`SELECT count(*) AS count FROM desk_events`)
    expect(row?.count).toBe(5_000)
    expect(await readDeskNews(app.context(), last - 5_001)).toEqual({
      events: [],
      lastEvent: last,
      isGap: true,
    })
    expect(await readDeskNews(app.context(), 0)).toMatchObject({ isGap: true })
    expect((await readDeskNews(app.context(), last - 400)).events).toHaveLength(400)
  })

  it('are told to the room and to moderators alone', async () => {
    const { actor } = await makeUser(app, 'staff')
    await expect(readDeskNews(app.context(actor), 0)).rejects.toThrow('forbidden')
    await expect(readDeskNews(app.context({ kind: 'participant' }), 0)).rejects.toThrow('unauthenticated')
    const { lastEvent } = await readDeskNews(app.context(), 0)
    expect(await readDeskNews(app.context(), lastEvent)).toEqual({ events: [], lastEvent, isGap: false })
  })

  it('ask for a number', async () => {
    expect((await app.get('/api/moderation/events?after=x', { as })).status).toBe(422)
  })
})

it('stirs the desk where work changed hands, not where nothing happened', async () => {
  await app.db.run(sql`UPDATE comments SET state = 'private' WHERE state = 'pending'`)
  const { reviewId } = await makeReview(app)
  const stirsOf = async (path: string, body: unknown = {}) => {
    const before = stirs
    await app.post(`/api/moderation/${path}`, body, { as })
    return stirs - before
  }
  expect(await stirsOf('hand')).toBe(1)
  expect(await stirsOf('hand')).toBe(0)
  expect(await stirsOf('hand/keep')).toBe(1)
  const all = { heldUntil: inMinutes(15) }
  expect(await stirsOf('hand/release', all)).toBe(1)
  expect(await stirsOf('hand/release', all)).toBe(0)
  expect(await stirsOf('hand/keep')).toBe(0)
  expect(await stirsOf(`reviews/${reviewId}/take-over`)).toBe(1)
  const { actor } = await makeUser(app, 'moderator')
  expect(await stirsOf(`reviews/${reviewId}/pass`, { to: actor.id })).toBe(1)
})
