import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import type { ExportListView, ExportRecordView } from '../../worker/contract/exports'
import { connect } from '../../worker/local/connect'
import { sowComments } from '../bench/sow-comments'
import { cookiesOf } from '../support/make-user'
import type { Product } from '../support/product'
import { startSeeded } from '../support/seeded-folder'

const rows = 10_000
let product: Product
let cookie = ''

beforeAll(async () => {
  product = await startSeeded(inject('seeded'), { LOAD_TEST: '1' })
  const client = connect(product.databaseUrl)
  await sowComments(client, { measure: '9.4', from: 1, to: rows })
  client.close()
  const email = 'staff@yanlu.test'
  const answer = await fetch(`${product.address}/api/auth/sign-in/email`, {
    method: 'POST',
    body: JSON.stringify({ email, password: product.passwords[email] }),
    headers: { 'content-type': 'application/json' },
  })
  cookie = cookiesOf(answer)
})

afterAll(() => product.stop())

const ask = (kind: 'csv' | 'xlsx', signal?: AbortSignal) =>
  fetch(`${product.address}/api/staff/exports/comments.${kind}?measure=9.4`, {
    headers: { cookie },
    signal: signal ?? null,
  })

async function* chunksOf(answer: Response): AsyncGenerator<Uint8Array> {
  if (!answer.body) throw new Error('the answer has no body')
  yield* answer.body as unknown as AsyncIterable<Uint8Array>
}

test('the CSV begins to arrive long before its last row is read, and is whole', async () => {
  const begun = performance.now()
  const answer = await ask('csv')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-length')).toBeNull()
  const chunks: Uint8Array[] = []
  let firstAfter = 0
  for await (const chunk of chunksOf(answer)) {
    firstAfter ||= performance.now() - begun
    chunks.push(chunk)
  }
  const allAfter = performance.now() - begun
  const bytes = Buffer.concat(chunks)
  const text = bytes.toString('utf8')
  const figures = [firstAfter, allAfter].map((ms) => `${Math.round(ms)} ms`)
  console.log(
    `${bytes.length} bytes in ${chunks.length} chunks: the first after ${figures.join(', all after ')}`,
  )
  expect(chunks.length).toBeGreaterThan(10)
  expect(firstAfter).toBeLessThan(allAfter / 2)
  expect(text.endsWith('\r\n')).toBe(true)
  expect(new Set(text.match(/^GX21-[0-9A-Z]{4}-[0-9A-Z]{4}(?=,)/gm)).size).toBe(rows)
})

test('a reader who goes away in the middle leaves the server as well as before', async () => {
  for (const kind of ['csv', 'xlsx', 'csv', 'xlsx', 'csv'] as const) {
    const leaving = new AbortController()
    const answer = await ask(kind, leaving.signal)
    const chunks = chunksOf(answer)
    await chunks.next()
    leaving.abort()
    await expect(chunks.next()).rejects.toThrow('abort')
  }
  for (const path of ['/api/health', '/api/plan', '/measures/9.4']) {
    expect((await fetch(product.address + path)).status).toBe(200)
  }
  let size = 0
  for await (const chunk of chunksOf(await ask('csv'))) size += chunk.length
  expect(size).toBeGreaterThan(rows * 100)
})

test('several exports at once do not keep readers from the plan', async () => {
  const exports = Array.from({ length: 4 }, async () => {
    let size = 0
    for await (const chunk of chunksOf(await ask('csv'))) size += chunk.length
    return size
  })
  expect((await fetch(`${product.address}/api/plan`)).status).toBe(200)
  const [first = 0, ...others] = await Promise.all(exports)
  expect(first).toBeGreaterThan(0)
  expect(others).toEqual(others.map(() => first))
})

const api = (path: string, init: RequestInit = {}) =>
  fetch(`${product.address}/api/staff/exports${path}`, { headers: { cookie }, ...init })
const list = async () => ((await (await api('')).json()) as ExportListView).items
async function recordOf(answer: Response): Promise<ExportRecordView> {
  const id = answer.headers.get('x-export-id')
  const found = (await list()).find((item) => item.id === id)
  if (!found) throw new Error(`${id} is not listed`)
  return found
}
const settled = (answer: Response) =>
  vi.waitFor(
    async () => {
      const record = await recordOf(answer)
      expect(record.state).not.toBe('running')
      return record
    },
    { timeout: 20_000, interval: 200 },
  )

/** workerd ends what breaks off as politely as what is whole: a CSV says so in its last line, an archive has no directory. */
async function drain(chunks: AsyncGenerator<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}
const assertBroken = {
  csv: (end: Buffer) => expect(end.toString('utf8')).toMatch(/\r\n导出中断：本文件不完整，请重新导出。\r\n$/),
  xlsx: (end: Buffer) => expect(end.includes('PK\x05\x06')).toBe(false),
}

test.each(['csv', 'xlsx'] as const)(
  'what was sent as %s is on record with its rows and its hash',
  async (kind) => {
    const answer = await ask(kind)
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of chunksOf(answer)) {
      hash.update(chunk)
      bytes += chunk.length
    }
    expect(await settled(answer)).toMatchObject({ state: 'done', rows, bytes, sha256: hash.digest('hex') })
  },
)

test.each(['csv', 'xlsx'] as const)(
  'cancelled from the desk, the %s breaks off and shows it',
  async (kind) => {
    const answer = await ask(kind)
    const chunks = chunksOf(answer)
    await chunks.next()
    const { id } = await recordOf(answer)
    const headers = { cookie, 'content-type': 'application/json' }
    const cancelled = await api(`/${id}/cancel`, { method: 'POST', headers, body: '{}' })
    expect(cancelled.status).toBe(200)
    assertBroken[kind](await drain(chunks))
    const record = await settled(answer)
    expect(record).toMatchObject({ state: 'cancelled', sha256: null })
    expect(record.rows).toBeLessThan(rows)
  },
)

test.each(['csv', 'xlsx'] as const)(
  'a reader who leaves in the middle has the %s noted as cancelled, wherever it is',
  async (kind) => {
    for (let read = 1; read <= 16; read += 1) {
      const leaving = new AbortController()
      const answer = await ask(kind, leaving.signal)
      const chunks = chunksOf(answer)
      for (let i = 0; i < Math.ceil(read / 2); i += 1) await chunks.next()
      leaving.abort()
      await expect(chunks.next()).rejects.toThrow('abort')
      expect(await settled(answer)).toMatchObject({ state: 'cancelled', sha256: null })
    }
  },
)

test.each(['csv', 'xlsx'] as const)(
  'a database that fails on the way has the %s broken off and marked',
  async (kind) => {
    const client = connect(product.databaseUrl)
    const answer = await ask(kind)
    const chunks = chunksOf(answer)
    await chunks.next()
    await client.execute('ALTER TABLE comment_contacts RENAME TO contacts_away')
    try {
      assertBroken[kind](await drain(chunks))
      expect(await settled(answer)).toMatchObject({ state: 'failed', sha256: null })
    } finally {
      await client.execute('ALTER TABLE contacts_away RENAME TO comment_contacts')
      client.close()
    }
  },
)
