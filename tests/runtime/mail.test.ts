import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { connect } from '../../worker/local/connect'
import { built } from '../../worker/local/folders'
import { type MailServer, startMailServer } from '../support/mail-server'
import { newComment } from '../support/make-comment'
import { cookiesOf } from '../support/make-user'
import type { Product } from '../support/product'
import { startSeeded } from '../support/seeded-folder'

const patience = { timeout: 90_000, interval: 100 }
const user = { name: 'yanlu', password: 'p@ss 词' }
const many = 50

let server: MailServer
let product: Product
let cookie = ''

beforeAll(async () => {
  server = await startMailServer({ user })
  await server.stop()
  const login = `${user.name}:${encodeURIComponent(user.password)}`
  product = await startSeeded(inject('seeded'), {
    LOAD_TEST: '1',
    SMTP_URL: `smtp://${login}@localhost:${server.port}`,
    MAIL_FROM: '言路 <noreply@yanlu.test>',
    PUBLIC_ORIGIN: 'http://yanlu.test',
  })
  const email = 'admin@yanlu.test'
  cookie = cookiesOf(await post('/api/auth/sign-in/email', { email, password: product.passwords[email] }))
})

afterAll(async () => {
  await product.stop()
  await server.stop()
})

function post(path: string, body: unknown): Promise<Response> {
  return fetch(product.address + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', cookie },
  })
}

async function outbox<Row>(sql: string): Promise<Row[]> {
  const client = connect(product.databaseUrl)
  try {
    return (await client.execute(sql)).rows as Row[]
  } finally {
    client.close()
  }
}

test(`in workerd, ${many} mails wait for a server that is down and go out once each when it is back`, async () => {
  const addresses = Array.from({ length: many }, (_, index) => `author-${index}@example.test`)
  for (const contact of addresses) await post('/api/measures/1.1/comments', newComment({ contact }))
  const until = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  const announce = async () => (await post('/api/moderation/delay-notices', { until })).json()
  expect((await announce()).mails).toBe(many)
  await vi.waitFor(async () => {
    const [row] = await outbox<{ tried: number; waiting: number; due: number }>(`
      SELECT sum(attempts > 0) AS tried, sum(sent_at IS NULL AND given_up_at IS NULL) AS waiting,
        sum(next_attempt_at <= unixepoch() * 1000) AS due FROM outbox_messages`)
    expect(row?.tried).toBeGreaterThan(0)
    expect(row).toMatchObject({ waiting: many, due: 0 })
  }, patience)

  server = await startMailServer({ port: server.port, user })
  await outbox('UPDATE outbox_messages SET next_attempt_at = 0')
  expect((await announce()).mails).toBe(0)
  await vi.waitFor(() => expect(server.received.length).toBeGreaterThanOrEqual(many), patience)
  await vi.waitFor(async () => {
    const [row] = await outbox<{ sent: number }>('SELECT count(sent_at) AS sent FROM outbox_messages')
    expect(row?.sent).toBe(many)
  }, patience)
  const recipients = server.received.flatMap((mail) => mail.recipients)
  expect(recipients.sort()).toEqual(addresses.sort())
  expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(many)
  const [mail] = server.received
  expect(mail?.user).toBe(user.name)
  expect(mail?.subject).toMatch(/^意见 GX21-.{9}：审核时间延后 \/ Comment/)
  expect(mail?.text).toContain('http://yanlu.test/receipts?id=GX21-')
}, 240_000)

test('readers never pay for it: the mail library is in a part of its own', () => {
  const parts = readdirSync(built.worker, { recursive: true, encoding: 'utf8' })
  const withMail = parts.filter(
    (file) => file.endsWith('.js') && /STARTTLS/.test(readFileSync(join(built.worker, file), 'utf8')),
  )
  expect(withMail).not.toEqual([])
  expect(withMail).not.toContain('index.js')
})
