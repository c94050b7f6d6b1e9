import { beforeEach, expect, it } from 'vitest'
import { words } from '../../web/locales'
import { makeConsultation } from '../support/make-consultation'
import { makeParticipant } from '../support/make-enterprise'
import { type Firm, makeFirm, makeResponse, newEntry } from '../support/make-submission'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeConsultation(app)
const { response: t } = words.zh
let firm: Firm
beforeEach(async () => {
  firm = await makeFirm(app)
})
const page = async (path: string, as: string) => (await app.get(path, { as })).text()

it('leads members from a measure into their draft, and nobody else', async () => {
  expect(await page('/measures/1.1', firm.drafter.cookie)).toContain(t.fromMeasure)
  expect(await page('/measures/1.1', (await makeParticipant(app)).cookie)).not.toContain(t.fromMeasure)
  expect(await (await app.get('/measures/1.1')).text()).not.toContain(t.fromMeasure)
})

it('shows both texts where a colleague was quicker, and keeps what was typed', async () => {
  await makeResponse(app, firm)
  const fields = { stance: 'suggest', clause: '', planRevision: '1' }
  const as = firm.owner.cookie
  const at = '/enterprise/response/measures/1.1'
  await app.submit(at, { ...fields, body: '周工的第二稿。', version: '1' }, { as: firm.drafter.cookie })
  const answer = await app.submit(at, { ...fields, body: '沈宁的第二稿。', version: '1' }, { as })
  expect(answer.status).toBe(409)
  const html = await answer.text()
  for (const text of [t.conflict, '周工的第二稿。', '沈宁的第二稿。', 'name="version" value="2"'])
    expect(html).toContain(text)
  expect(html).toMatch(/<textarea[^>]*>沈宁的第二稿。/)
})

it('shows the approver the whole, asks for consent, and gives a receipt', async () => {
  const { version } = await makeResponse(app, firm, 'in_approval')
  const as = firm.approver.cookie
  expect(await page('/enterprise/response/approval', as)).toContain(newEntry().body)
  const without = await app.submit('/enterprise/response/send', { version: String(version) }, { as })
  expect(without.status).toBe(422)
  const sent = await app.submit(
    '/enterprise/response/send',
    { version: String(version), publish: 'yes' },
    { as },
  )
  expect(sent.headers.get('location')).toBe('/enterprise/response/versions/1?sent')
  const receipt = await page('/enterprise/response/versions/1?sent', as)
  for (const text of [t.sentNow, t.queryCode, 'SHA-256']) expect(receipt).toContain(text)
  expect(await page('/enterprise/response/versions/1', firm.drafter.cookie)).toContain(t.codesHint)
  expect(await page('/enterprise/response/versions', as)).toContain(t.version(1))
})

it('leads from an error about a target to its field', async () => {
  await makeResponse(app, firm)
  const typed = { stance: 'suggest', clause: '', planRevision: '1', body: '只填了数字。', version: '1' }
  const as = firm.drafter.cookie
  const at = '/enterprise/response/measures/1.1'
  const answer = await app.submit(at, { ...typed, 'figure-1.1.2.1': '250' }, { as })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('href="#field-opinion-1.1.2.1"')
})

it('keeps a note and a choice that were refused', async () => {
  const submit = async (to: string, as: string, fields: Record<string, string>) =>
    (await app.submit(`/enterprise/response/${to}`, { version: '99', ...fields }, { as })).text()
  const note = '请补充数字'
  const kept = new RegExp(`<textarea[^>]*>${note}`)
  await makeResponse(app, firm)
  expect(await submit('approval', firm.drafter.cookie, { note })).toMatch(kept)
  const other = await makeFirm(app)
  await makeResponse(app, other, 'in_approval')
  expect(await submit('send-back', other.approver.cookie, { note })).toMatch(kept)
  const sent = await submit('send', other.approver.cookie, { publish: 'no' })
  expect(sent).toMatch(/<input(?=[^>]*value="no")(?=[^>]* checked)[^>]*>/)
})

it('knows no sentence that the measure does not have', async () => {
  const as = firm.drafter.cookie
  const at = '/enterprise/response/measures/1.1'
  expect((await app.get(`${at}?clause=1.1.1`, { as })).status).toBe(200)
  expect((await app.get(`${at}?clause=1.1.99`, { as })).status).toBe(404)
})
