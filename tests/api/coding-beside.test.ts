import { expect, it } from 'vitest'
import type { CodingItem, CodingPage } from '../../worker/contract/coding'
import type { SamplePage, SampleView } from '../../worker/contract/coding-samples'
import { bodyOf } from '../support/answers'
import { makeAnnex } from '../support/make-annex'
import { makeCodebook } from '../support/make-codebook'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeUser, signIn } from '../support/make-user'
import { target as base } from '../support/revised-plan'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeConsultation(app)
await makeReasons(app)
await makeCodebook(app, ['A1', 'A2'])
const first = await makeUser(app, 'staff', '编码员甲')
const second = await makeUser(app, 'staff', '编码员乙')
const as = await signIn(app, first)
const text = '力争新培育专精特新中小企业260家。'
const suggesting = await makeComment(app, { clause: '1.1.2', wording: { text } })
const annexed = await makeAnnex(app)
const plain = await makeComment(app, { clause: '1.1.2' })

const said = new Map([
  [suggesting.publicId, { wording: { text, base }, annexSummary: null }],
  [annexed.publicId, { wording: null, annexSummary: '成本构成，含原料和人工。' }],
  [plain.publicId, { wording: null, annexSummary: null }],
])
const get = async <View>(path: string) => bodyOf<View>(await app.get(`/api/staff/coding${path}`, { as }))

it('shows whoever sorts comments the wording and the summary beside the body', async () => {
  const { items } = await get<CodingPage>('/comments')
  expect(items).toHaveLength(3)
  for (const item of items) expect(item).toMatchObject(said.get(item.publicId) ?? {})
  for (const [publicId, beside] of said)
    expect(await get<CodingItem>(`/comments/${publicId}`)).toMatchObject(beside)
})

it('shows them to whoever codes a sample blind', async () => {
  const wish = { size: 3, seed: 7, firstCoder: first.actor.id, secondCoder: second.actor.id }
  const { id } = await bodyOf<SampleView>(await app.post('/api/staff/coding/samples', wish, { as }))
  const { items } = await get<SamplePage>(`/samples/${id}/comments`)
  expect(items).toHaveLength(3)
  for (const item of items) expect(item).toMatchObject(said.get(item.publicId) ?? {})
})
