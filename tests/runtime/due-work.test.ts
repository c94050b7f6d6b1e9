import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import type { CommentReceipt } from '../../worker/contract/comments'
import { limits } from '../../worker/contract/limits'
import type { DecisionView } from '../../worker/contract/moderation/decisions'
import { isAlive } from '../../worker/local/processes'
import { newComment } from '../support/make-comment'
import { cookiesOf } from '../support/make-user'
import { type Product, startProduct } from '../support/product'
import { copySeeded } from '../support/seeded-folder'

const patience = { timeout: 40_000, interval: 100 }

const seeded = inject('seeded')
let folder = ''
let product: Product
let cookie = ''

beforeAll(async () => {
  folder = copySeeded(seeded)
  product = await start()
  const email = 'moderator@yanlu.test'
  const answer = await post('/api/auth/sign-in/email', { email, password: seeded.passwords[email] })
  cookie = cookiesOf(answer)
})

afterAll(async () => {
  if (isAlive(product.pid)) await product.stop()
  rmSync(folder, { recursive: true, force: true })
})

const start = () => startProduct({ env: { DATA_DIR: folder, LOAD_TEST: '1' }, program: seeded.program })

function post(path: string, body: unknown): Promise<Response> {
  return fetch(product.address + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', cookie },
  })
}

async function submit(body: string): Promise<string> {
  const answer = await post('/api/measures/1.1/comments', newComment({ body }))
  return ((await answer.json()) as CommentReceipt).publicId
}

async function publish(publicId: string): Promise<Extract<DecisionView, { outcome: 'staged' }>> {
  const answer = await post('/api/moderation/decisions', { publicId, revision: 1, decision: 'publish' })
  return answer.json()
}

const isPublic = async (publicId: string) =>
  (await fetch(`${product.address}/api/comments/${publicId}`)).status === 200

const untilPublic = (publicId: string) =>
  vi.waitFor(async () => expect(await isPublic(publicId)).toBe(true), patience)

test('a decision takes effect by itself when its grace is over, and not before', async () => {
  const publicId = await submit('宽限期结束之后才公开的意见。')
  const { effectiveAt } = await publish(publicId)
  expect(Date.parse(effectiveAt) - Date.now()).toBeGreaterThan((limits.graceSeconds - 2) * 1000)
  expect(await isPublic(publicId)).toBe(false)
  await untilPublic(publicId)
  const late = Date.now() - Date.parse(effectiveAt)
  console.log(`took effect ${late} ms after its grace`)
  expect(late).toBeGreaterThanOrEqual(0)
})

test('a decision that was undone never takes effect, while a later one does', async () => {
  const [undone, kept] = [await submit('撤销了决定的意见。'), await submit('随后发布的意见。')]
  const { stagedId } = await publish(undone)
  expect(await (await post('/api/moderation/decisions/undo', { stagedId })).json()).toEqual({
    undone: 1,
    tooLate: 0,
  })
  await publish(kept)
  await untilPublic(kept)
  expect(await isPublic(undone)).toBe(false)
})

test('a decision outlives a power cut within its grace', async () => {
  const publicId = await submit('停电之前作出的决定。')
  await publish(publicId)
  await product.kill9()
  product = await start()
  await untilPublic(publicId)
})
