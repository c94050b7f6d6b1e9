import type { Client, Row } from '@libsql/client'
import type { Caller } from './caller'
import type { Ask } from './reading-cases'
import { measure } from './stage'

const samples = 40
const queue = '/api/moderation/queue'
const hand = '/api/moderation/hand'

/** What a deep page, an item or a group is asked for by, from the middle half of what waits. */
export interface Places {
  waiting: Row[]
  phones: Row[]
  groups: Row[]
  lastEvent: number
}

export async function findPlaces(client: Client): Promise<Places> {
  const read = async (sql: string) => (await client.execute(sql)).rows
  const spread = (table: string, condition: string) => `
    WITH RECURSIVE ends AS (SELECT min(id) AS first, max(id) AS last FROM ${table} WHERE ${condition}),
      places(at) AS (SELECT 0 UNION ALL SELECT at + 1 FROM places WHERE at < ${samples - 1})
    SELECT * FROM ${table} WHERE id IN (
      SELECT (SELECT id FROM ${table} WHERE ${condition}
        AND id >= first + (last - first) / 4 + at * (last - first) / ${2 * samples} ORDER BY id LIMIT 1)
      FROM ends, places)`
  const [lastEvent] = await read('SELECT max(seq) AS seq FROM desk_events')
  return {
    waiting: await read(spread('reviews', `kind = 'first' AND is_front = 1`)),
    phones: await read(
      spread('reviews', `id IN (SELECT review_id FROM review_signals WHERE signal = 'phone')`),
    ),
    groups: await read(spread('similar_groups', 'member_count > 1')),
    lastEvent: Number(lastEvent?.seq ?? 0),
  }
}

/** The desk on one running product: what it reads again and again, and the deal of a hand. */
export function queueCases(moderator: Caller, places: Places): [string, Ask][] {
  const fixed =
    (path: string): Ask =>
    () =>
      moderator.get(path)
  const each = (rows: Row[], path: (row: Row) => string): Ask => {
    return (round) => moderator.get(path(rows[round % rows.length] as Row))
  }
  const deal = (filter: object): Ask => {
    return async () => {
      await moderator.post(`${hand}/release`, { heldUntil: '9999-01-01T00:00:00.000Z' })
      return moderator.post(hand, filter)
    }
  }
  const behind = (row: Row) => `after=${row.opened_at}-${row.id}`
  return [
    ['queue: first page', fixed(queue)],
    ['queue: deep page', each(places.waiting, (row) => `${queue}?${behind(row)}`)],
    ['queue: of a measure, first page', fixed(`${queue}?measure=${measure}`)],
    ['queue: of a kind, first page', fixed(`${queue}?kind=enterprise`)],
    [
      'queue: of a measure and kind, deep page',
      each(places.waiting, (row) => `${queue}?measure=${measure}&kind=enterprise&${behind(row)}`),
    ],
    ['queue: of another measure and kind', fixed(`${queue}?measure=1.1&kind=individual`)],
    ['queue: nearly overdue', fixed(`${queue}?view=soon`)],
    ['queue: appeals', fixed(`${queue}?view=appeals`)],
    ['queue: re-checks', fixed(`${queue}?view=recheck`)],
    ['queue: by a signal, first page', fixed(`${queue}?signal=phone`)],
    ['queue: by a signal, deep page', each(places.phones, (row) => `${queue}?signal=phone&${behind(row)}`)],
    ['queue: mine', fixed(`${queue}?view=mine`)],
    ['queue: one item', each(places.waiting, (row) => `/api/moderation/reviews/${row.id}`)],
    ['queue: a group', each(places.groups, (row) => `/api/moderation/groups/${row.id}`)],
    ['queue: counts', fixed('/api/moderation/counts')],
    ['queue: colleagues', fixed('/api/moderation/colleagues')],
    ['queue: news', fixed(`/api/moderation/events?after=${places.lastEvent}`)],
    ['hand: deal', deal({})],
    ['hand: deal of a measure and kind', deal({ measure, kind: 'enterprise' })],
    ['hand: deal by a signal', deal({ signal: 'phone' })],
    ['hand: deal of re-checks, half of them not mine', deal({ view: 'recheck' })],
    ['hand: keep', () => moderator.post(`${hand}/keep`, {})],
  ]
}
