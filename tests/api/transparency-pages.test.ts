import { beforeAll, beforeEach, expect, it } from 'vitest'
import { words } from '../../web/locales'
import { recordAudit } from '../../worker/services/audit/record'
import { listHeads } from '../../worker/services/transparency/list-heads'
import { proveInclusion } from '../../worker/services/transparency/prove-inclusion'
import { sealAuditLog } from '../../worker/services/transparency/seal-audit-log'
import { minute } from '../support/clock'
import { makeComment, type TestComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { cookiesOf } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
const { seal, transparency } = words.zh

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
})
beforeEach(() => app.clock.advance(minute))

async function readReceipt({ publicId, queryCode }: TestComment): Promise<string> {
  const found = await app.submit('/receipts', { publicId, queryCode })
  return (await app.get(`/receipts/${publicId}`, { as: cookiesOf(found) })).text()
}

it('says on the page about it that nothing is sealed while nothing is', async () => {
  const html = await (await app.get('/transparency')).text()
  expect(html).toContain(transparency.none)
  expect(html).not.toContain(transparency.recent)
})

it('shows on a receipt that its comment waits for the next seal', async () => {
  const html = await readReceipt(await makeComment(app, { state: 'pending' }))
  expect(html).toContain(seal.waiting)
  expect(html).not.toMatch(/[0-9a-f]{64}/)
})

it('shows on a receipt each sealed step with its place and value, and the newest seal', async () => {
  const comment = await makeComment(app, { state: 'returned' })
  await sealAuditLog(app.context())
  const html = await readReceipt(comment)
  const { entries, head } = await proveInclusion(app.context(), comment.publicId)
  expect(entries).toHaveLength(2)
  for (const { index, leaf } of entries) {
    expect(html).toContain(seal.place(String(index + 1)))
    expect(html).toContain(leaf)
  }
  expect(html).toContain(seal.actions['comment.submitted'])
  expect(html).toContain(head?.root)
  expect(html).not.toContain(seal.waiting)
})

it('says how many steps are not sealed yet', async () => {
  const comment = await makeComment(app, { state: 'pending' })
  await sealAuditLog(app.context())
  expect(await readReceipt(comment)).not.toContain(seal.moreWaiting('1'))
  const returned = {
    action: 'comment.returned',
    subjectKind: 'comment',
    subjectId: comment.publicId,
  } as const
  await recordAudit(app.context(), returned)
  expect(await readReceipt(comment)).toContain(seal.moreWaiting('1'))
})

it('shows the newest seals to everybody, in either language, and from every page', async () => {
  await sealAuditLog(app.context())
  const { items } = await listHeads(app.context(), { limit: 10 })
  for (const language of ['zh', 'en'] as const) {
    const headers = { 'accept-language': language }
    const html = await (await app.get('/transparency', { headers })).text()
    expect(html).toContain(words[language].transparency.lead)
    for (const { root } of items) expect(html).toContain(root)
  }
  expect(await (await app.get('/')).text()).toContain('href="/transparency"')
})
