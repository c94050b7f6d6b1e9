import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { DeskNews } from '../../worker/contract/moderation/news'
import { DeskRoom } from '../../worker/desk-room'
import type { Env, LiveSocket } from '../../worker/env'
import { makeConsultation } from '../support/make-consultation'
import { makeModerator } from '../support/make-moderator'
import { makeReview } from '../support/make-review'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeConsultation(app)
const { actor } = await makeModerator(app, '王敏')

/** A socket that keeps what it was told. */
function visitOf(userId: string, after: number) {
  let attachment: unknown = { userId, after, since: Date.now() }
  const told: DeskNews[] = []
  const socket: LiveSocket = {
    send: (text) => void told.push(JSON.parse(text)),
    close: () => {},
    serializeAttachment: (value) => {
      attachment = value
    },
    deserializeAttachment: () => attachment,
  }
  return { socket, told }
}

function roomOf(...sockets: LiveSocket[]) {
  const storage = { getAlarm: async () => null, setAlarm: async () => {} }
  const state = { storage, waitUntil: () => {}, acceptWebSocket: () => {}, getWebSockets: () => sockets }
  const env = { DATABASE_URL: app.url, APP_SECRET: 'a secret for tests, thirty-two characters or more' }
  return new DeskRoom(state, env as Env)
}

it('one desk that comes back after long loads anew; those that are up to date hear the one event', async () => {
  await app.db.run(sql`
    INSERT INTO desk_events (kind, public_id)
    SELECT 'opened', 'GX21-0000-0000' FROM json_each(${JSON.stringify(Array(600).fill(0))})`)
  const [{ last } = { last: 0 }] = await app.rows<{ last: number }>(
    sql`SELECT max(seq) AS last FROM desk_events`,
  )
  const { reviewId } = await makeReview(app)
  const [fresh, late] = [visitOf(actor.id, last), visitOf(actor.id, 1)]
  await roomOf(fresh.socket, late.socket).fetch(new Request('https://desk/stir'))
  expect(fresh.told.map(({ isGap }) => isGap)).toEqual([false])
  expect(fresh.told[0]?.events.map((event) => event.reviewId)).toEqual([reviewId])
  expect(late.told).toEqual([{ events: [], lastEvent: fresh.told[0]?.lastEvent, isGap: true }])
})
