import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { ImportCheck, Imported, OfflineView } from '../../worker/contract/offline'
import { recomputePack } from '../../worker/local/recompute-pack'
import { fileOf, offlineRow, xlsxOf } from '../support/make-offline'
import { cookiesOf } from '../support/make-user'
import type { Product } from '../support/product'
import { startSeeded } from '../support/seeded-folder'

/** The headings and a row behind its day, as older Excel writes them: GB 18030. */
const headings = Buffer.from(
  'ytW1vcjVxtos0uK8+8C01LQswLTOxLHgusUstOvKqbHgusUszPW/7rHgusUsss7T68jLwODQzSzQ1cP7u/K1pc67w/uzxizNs9K7yee74dDF08O0+sLrLMystsgs0uK8+8TayN0szazS4rmrv6rS4rz7LM2s0uK5q7+q0NXD+w0K',
  'base64',
)
const rest = Buffer.from(
  'LMC00MUsLDcuMSwsuPbIyyzA7sP3LCy9qNLpLL2o0um5q7+qobDK18yozNehscP7wryhoyzKxywNCg==',
  'base64',
)

let product: Product
let cookie = ''
let today = ''

beforeAll(async () => {
  product = await startSeeded(inject('seeded'), { LOAD_TEST: '1' })
  const email = 'staff@yanlu.test'
  cookie = cookiesOf(await post('/api/auth/sign-in/email', { email, password: product.passwords[email] }))
  const view: OfflineView = await (await get('/api/staff/offline')).json()
  today = view.days?.last ?? ''
})

afterAll(() => product.stop())

const get = (path: string) => fetch(`${product.address}${path}`, { headers: { cookie } })
const post = (path: string, body: unknown) =>
  fetch(`${product.address}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', cookie },
  })

test('a CSV of older Excel is read, or refused with a sentence that says what to do', async () => {
  const file = Buffer.concat([headings, Buffer.from(today), rest])
  const check: ImportCheck = await (await post('/api/staff/offline/check', fileOf(file))).json()
  const said = check.problems.map(({ sentence }) => sentence.zh)
  console.log(`GB 18030 in workerd: ${said.length === 0 ? 'read' : said.join()}`)
  if (said.length === 0)
    expect(check.preview[0]).toMatchObject({ channel: 'letter', name: '李明', place: '7.1' })
  else expect(said).toEqual([expect.stringContaining('CSV UTF-8')])
})

test('2,000 rows come in whole, and the evidence pack of all that is there recomputes', async () => {
  const rows = Array.from({ length: 2000 }, (_, i) =>
    offlineRow(new Date(), {
      收到日期: today,
      措施编号: '7.1',
      条款编号: '',
      意见内容: `第 ${i} 件：${i * 7919} 号企业请求明确口径。`,
    }),
  )
  const file = await xlsxOf(rows)
  const begun = performance.now()
  const sha256 = createHash('sha256').update(file).digest('hex')
  const answer = await post('/api/staff/offline/import', { ...fileOf(file), sha256 })
  expect(answer.status).toBe(201)
  const { receipts }: Imported = await answer.json()
  expect(receipts).toHaveLength(2000)
  const imported = performance.now()
  const pack = await get('/api/staff/evidence.zip')
  expect(pack.status).toBe(200)
  const found = await recomputePack(new Uint8Array(await pack.arrayBuffer()))
  expect(found).toMatchObject({ differences: [], faults: [] })
  expect(found.rows).toBeGreaterThan(2000)
  const seconds = [imported - begun, performance.now() - imported].map((ms) => `${(ms / 1000).toFixed(1)} s`)
  console.log(`2,000 rows imported in ${seconds[0]}; pack taken and recomputed in ${seconds[1]}`)
})
