import { createClient } from '@libsql/client/web'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Database, databaseOf } from '../../worker/db/client'
import { keepConnections } from '../../worker/db/kept-connections'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
const asked = await app.rows<{ one: number }>(sql`SELECT 1 AS one`)

interface Sent {
  baton: string | null
  closes: boolean
}

let sent: Sent[]
let answered: string[]
let change: (text: string) => string

beforeEach(() => {
  sent = []
  answered = []
  change = (text) => text
  const send = globalThis.fetch
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (...call) => {
    const request = new Request(...call)
    const { baton, requests } = (await request.clone().json()) as {
      baton: string
      requests: { type: string }[]
    }
    sent.push({ baton: baton ?? null, closes: requests.at(-1)?.type === 'close' })
    const answer = await send(request)
    const text = change(await answer.text())
    answered.push(text)
    return new Response(text, answer)
  })
})
afterEach(() => vi.restoreAllMocks())

/** As a database is opened for each request, over connections of its own. */
function opener(): () => Database {
  const kept = keepConnections()
  return () => databaseOf(createClient({ url: app.url, intMode: 'number', fetch: kept }))
}
const one = (db: Database) => db.all(sql`SELECT 1 AS one`)

describe('connections to the database server', () => {
  it('are left open, and the next request goes on with them', async () => {
    const open = opener()
    for (let i = 0; i < 3; i += 1) expect(await one(open())).toEqual(asked)
    const batons = answered.map((text) => (JSON.parse(text) as { baton: string }).baton)
    expect(sent).toEqual([
      { baton: null, closes: false },
      { baton: batons[0], closes: false },
      { baton: batons[1], closes: false },
    ])
  })

  it('are at most four, and whoever comes then opens and closes one', async () => {
    const open = opener()
    const found = await Promise.all(Array.from({ length: 12 }, () => one(open())))
    expect(found).toEqual(Array(12).fill(asked))
    expect(sent.filter(({ closes }) => !closes)).toHaveLength(4)
  })

  it('are opened anew where the server forgot one', async () => {
    const open = opener()
    await one(open())
    const baton = (JSON.parse(answered[0] ?? '') as { baton: string }).baton
    await fetch(`${app.url}/v3/pipeline`, {
      method: 'POST',
      body: JSON.stringify({ baton, requests: [{ type: 'close' }] }),
    })
    expect(await one(open())).toEqual(asked)
    expect(answered.at(-2)).toContain('baton')
    expect(sent.at(-1)).toEqual({ baton: null, closes: true })
  })

  it('carry a refused statement and go on', async () => {
    const open = opener()
    await expect(open().all(sql`SELECT nothing FROM nowhere`)).rejects.toThrow()
    expect(await one(open())).toEqual(asked)
    expect(sent.at(-1)).toMatchObject({ closes: false, baton: expect.any(String) })
  })

  it('forget the texts of statements, so that many different ones pass over one', async () => {
    const open = opener()
    for (let i = 0; i < 40; i += 1) expect(await open().all(sql.raw(`SELECT ${i} AS n`))).toEqual([{ n: i }])
    expect(new Set(sent.map(({ closes }) => closes))).toEqual(new Set([false]))
  })

  it('are not kept with a server that answers otherwise', async () => {
    const open = opener()
    change = (text) => text.replace('"base_url":null', '"base_url":"http://127.0.0.1:9"')
    expect(await one(open())).toEqual(asked)
    change = (text) => text
    expect(await one(open())).toEqual(asked)
    expect(sent).toEqual([
      { baton: null, closes: false },
      { baton: null, closes: true },
    ])
  })

  it('hold no transaction of a batch that failed', async () => {
    const open = opener()
    const noteOf = (word: string) =>
      sql`INSERT INTO banned_words (word, category, added_at) VALUES (${word}, 'other', 1)`
    await expect(
      open().batch([open().run(noteOf('先写的')), open().run(sql`INSERT INTO nowhere VALUES (1)`)]),
    ).rejects.toThrow()
    await opener()().run(noteOf('后写的'))
    expect(await open().all(sql`SELECT word FROM banned_words`)).toEqual([{ word: '后写的' }])
  })
})
