import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import type { CommentReceipt } from '../../worker/contract/comments'
import { isAlive } from '../../worker/local/processes'
import { newComment } from '../support/make-comment'
import { type Product, startProduct } from '../support/product'
import { copySeeded } from '../support/seeded-folder'

const rounds = 3
const writers = 8
const enough = 250
const patience = 240_000

const seeded = inject('seeded')
let folder = ''
let product: Product

beforeAll(async () => {
  folder = copySeeded(seeded)
  product = await start()
})

afterAll(async () => {
  if (isAlive(product.pid)) await product.stop()
  rmSync(folder, { recursive: true, force: true })
})

const start = () => startProduct({ env: { DATA_DIR: folder, LOAD_TEST: '1' }, program: seeded.program })

function post(path: string, body: unknown): Promise<Response> {
  return fetch(`${product.address}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
}

/** Sends comments one after another until nobody answers any more. */
async function write(acknowledged: CommentReceipt[]): Promise<void> {
  for (;;) {
    const body = `第 ${acknowledged.length} 条意见，断电之前写下。`
    const answer = await post('/api/measures/7.1/comments', newComment({ body })).catch(() => null)
    const receipt: CommentReceipt | null =
      answer?.status === 201 ? await answer.json().catch(() => null) : null
    if (!answer) return
    if (receipt) acknowledged.push(receipt)
  }
}

async function isKept({ publicId, queryCode }: CommentReceipt): Promise<boolean> {
  const answer = await post('/api/receipts/lookup', { publicId, queryCode })
  return answer.status === 200 && (await answer.json()).state === 'pending'
}

async function findLost(acknowledged: CommentReceipt[]): Promise<CommentReceipt[]> {
  const waiting = [...acknowledged]
  const lost: CommentReceipt[] = []
  const look = async () => {
    for (let receipt = waiting.pop(); receipt; receipt = waiting.pop()) {
      if (!(await isKept(receipt))) lost.push(receipt)
    }
  }
  await Promise.all(Array.from({ length: writers }, look))
  return lost
}

test(
  'keeps every comment whose receipt was given when everything is killed in the middle of it',
  async () => {
    const acknowledged: CommentReceipt[] = []
    for (let round = 1; round <= rounds; round += 1) {
      const before = acknowledged.length
      const writing = Array.from({ length: writers }, () => write(acknowledged))
      await vi.waitUntil(() => acknowledged.length >= before + enough, { timeout: 60_000, interval: 5 })
      await product.kill9()
      await Promise.all(writing)
      product = await start()
      const lost = await findLost(acknowledged)
      console.log(`killed ${round} times: ${acknowledged.length} acknowledged, ${lost.length} lost`)
      expect(lost).toEqual([])
    }
  },
  patience,
)
