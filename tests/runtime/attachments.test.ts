import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { fileLimits } from '../../worker/contract/file-limits'
import type { FileView } from '../../worker/contract/files'
import { pdfOf, uploadOf } from '../support/make-attachment'
import { newComment } from '../support/make-comment'
import { cookiesOf } from '../support/make-user'
import type { Product } from '../support/product'
import { startSeeded } from '../support/seeded-folder'

let product: Product

beforeAll(async () => {
  product = await startSeeded(inject('seeded'), { LOAD_TEST: '1' })
})
afterAll(() => product.stop())

const send = (name: string, bytes: Uint8Array<ArrayBuffer>) =>
  fetch(`${product.address}/api/attachments`, { method: 'POST', body: uploadOf(name, bytes) })
const post = (path: string, body: unknown) =>
  fetch(`${product.address}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })

test('a file of 20 MB to the byte goes through the bucket and comes back as it was', async () => {
  const bytes = pdfOf('测算', fileLimits.bytes)
  const begun = performance.now()
  const answer = await send('测算.pdf', bytes)
  const file = (await answer.json()) as FileView
  console.log(`${bytes.length} bytes taken in ${Math.round(performance.now() - begun)} ms`)
  expect(answer.status).toBe(201)
  expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))

  const sent = await post('/api/measures/1.1/comments', newComment({ attachments: [file.id] }))
  expect(sent.status).toBe(201)
  const email = 'moderator@yanlu.test'
  const signIn = await post('/api/auth/sign-in/email', { email, password: product.passwords[email] })
  const opened = await fetch(`${product.address}/api/moderation/attachments/${file.id}`, {
    headers: { cookie: cookiesOf(signIn) },
  })
  expect(opened.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
  const back = createHash('sha256').update(new Uint8Array(await opened.arrayBuffer()))
  expect(back.digest('hex')).toBe(file.sha256)
})

test('one of 21 MB is refused by name, a larger one unread, and the site goes on', async () => {
  const megabyte = 1024 * 1024
  expect((await send('大.pdf', pdfOf('大', 21 * megabyte))).status).toBe(422)
  // Whoever goes on sending after the answer is cut off, and may not read it.
  const larger = await send('更大.pdf', pdfOf('更大', 30 * megabyte)).then(
    ({ status }) => status,
    () => 'cut off',
  )
  expect([413, 'cut off']).toContain(larger)
  expect((await fetch(`${product.address}/api/health`)).status).toBe(200)
})
