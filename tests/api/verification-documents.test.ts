import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { EnterpriseView, StaffEnterprise } from '../../worker/contract/enterprises'
import { domainWords } from '../../worker/contract/locales'
import { sweepFiles } from '../../worker/services/files/sweep-files'
import { runDailyWork } from '../../worker/services/schedule/run-daily-work'
import { bodyOf, errorOf } from '../support/answers'
import { actionsOn } from '../support/audit'
import { docx } from '../support/file-corpus'
import { pdfOf, upload, uploadOf } from '../support/make-attachment'
import { makeDocument, makeSubmitted } from '../support/make-claim'
import { makeConsultation } from '../support/make-consultation'
import { makeEnterprise, type TestMember } from '../support/make-enterprise'
import { signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
let staff = ''
beforeAll(async () => {
  await makeConsultation(app)
  staff = await signInAs(app, 'staff', '李颖')
})

const submit = (who: TestMember, file: string | undefined, version = 1) =>
  app.post(
    '/api/enterprise/verification',
    { version, document: '营业执照 S001', note: '', ...(file && { file }) },
    { as: who.cookie },
  )
const decide = (id: string, version: number, isVerified: boolean) =>
  app.post(
    `/api/staff/enterprises/${id}/verification`,
    { version, isVerified, reason: '看不清。' },
    { as: staff },
  )
const isLeft = async (id: string) =>
  (await app.rows(sql`SELECT 1 FROM attachments WHERE id = ${id}`)).length === 1 &&
  app.files.files.has(`attachments/${id}`)
const day = 86_400_000

describe('a document as a file', () => {
  it('goes in with the form of the page, is opened by staff on record, and stands in the history', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    const bytes = pdfOf('执照')
    const fields = { version: '1', document: '营业执照 S001', note: '' }
    const sent = await upload(app, '/enterprise/verification', uploadOf('执照 正本.pdf', bytes, fields), {
      as: owner.cookie,
    })
    expect(sent.headers.get('location')).toBe('/enterprise?done=submitted')
    const seen = await bodyOf<StaffEnterprise>(
      await app.get(`/api/staff/enterprises/${enterprise.id}`, { as: staff }),
    )
    const file = seen.history[0]?.file
    expect(file).toMatchObject({ name: '执照 正本.pdf', type: 'pdf', size: bytes.length })
    const opened = await app.get(`/api/staff/enterprise-documents/${file?.id}`, { as: staff })
    expect(new Uint8Array(await opened.arrayBuffer())).toEqual(bytes)
    expect(opened.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(await actionsOn(app, file?.id ?? '')).toEqual(['attachment.uploaded', 'attachment.opened'])
    expect(await (await app.get('/enterprise', { as: owner.cookie })).text()).toContain('执照 正本.pdf')
  })

  it.each([
    ['a page', '执照.png', new TextEncoder().encode('<html><script>alert(1)</script>')],
    ['an empty file', '执照.pdf', new Uint8Array()],
    ['a PDF by another name', '执照.png', pdfOf('x')],
  ])('is refused at its field where it is %s, and nothing is submitted', async (_, name, bytes) => {
    const { owner } = await makeEnterprise(app)
    const fields = { version: '1', document: '营业执照 S001', note: '附上' }
    const answer = await upload(app, '/enterprise/verification', uploadOf(name, bytes, fields), {
      as: owner.cookie,
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('id="error-file"')
    expect(html).toContain('value="营业执照 S001"')
    const view = await bodyOf<{ enterprise: EnterpriseView }>(
      await app.get('/api/enterprise', { as: owner.cookie }),
    )
    expect(view.enterprise.state).toBe('unverified')
  })

  it('is a PDF or a picture', async () => {
    const { owner } = await makeEnterprise(app)
    const answer = await upload(app, '/api/enterprise/documents', uploadOf('执照.docx', docx), {
      as: owner.cookie,
    })
    expect((await errorOf(answer)).fields).toEqual({ file: domainWords.zh.fields.scan_type })
  })

  it('is handed in by whoever uploaded it alone, once, and is no attachment', async () => {
    const first = await makeEnterprise(app)
    const other = await makeEnterprise(app)
    const { id } = await makeDocument(app, first.owner)
    const gone = async (who: TestMember, version = 1) =>
      Object.keys((await errorOf(await submit(who, id, version))).fields ?? {})
    expect(await gone(other.owner)).toEqual(['file'])
    await app.submit('/measures/1.1/comment', { step: `drop:${id}`, attachments: id })
    expect(await isLeft(id)).toBe(true)
    expect((await submit(first.owner, id)).status).toBe(200)
    await decide(first.enterprise.id, 2, false)
    expect(await gone(first.owner, 3)).toEqual(['file'])
  })

  it('is not there for others of the office, nor before it is handed in', async () => {
    const { owner, file } = await makeSubmitted(app)
    const moderator = await signInAs(app, 'moderator')
    const path = (id: string) => `/api/staff/enterprise-documents/${id}`
    expect((await app.get(path(file.id), { as: moderator })).status).toBe(403)
    expect((await app.get(path(file.id), { as: owner.cookie })).status).toBe(403)
    const kept = await makeDocument(app, owner)
    expect((await app.get(path(kept.id), { as: staff })).status).toBe(404)
    expect((await app.get(`/api/staff/attachments/${file.id}`, { as: staff })).status).toBe(404)
  })
})

describe('a document', () => {
  it('is deleted when another takes its place, with its bytes; the history stays', async () => {
    const { owner, enterprise, file } = await makeSubmitted(app)
    await decide(enterprise.id, 2, false)
    expect(await isLeft(file.id)).toBe(true)
    const next = await makeDocument(app, owner)
    const view = await bodyOf<EnterpriseView>(await submit(owner, next.id, 3))
    expect(view.history.map((step) => step.file?.id ?? null)).toEqual([null, null, next.id])
    expect(await isLeft(file.id)).toBe(false)
    expect(app.files.files.has(`attachments/${file.id}`)).toBe(false)
  })

  it('outlives the sweep of what was never sent, and goes twelve months after the decision', async () => {
    const { enterprise, file } = await makeSubmitted(app)
    const waiting = await makeSubmitted(app)
    const start = app.clock.now().getTime()
    await decide(enterprise.id, 2, true)
    app.clock.advance(300 * day)
    await sweepFiles(app.context())
    await runDailyWork(app.context())
    expect(await isLeft(file.id)).toBe(true)
    app.clock.advance(67 * day)
    await runDailyWork(app.context())
    expect(await app.rows(sql`SELECT 1 FROM attachments WHERE id = ${file.id}`)).toEqual([])
    app.clock.advance(day)
    await sweepFiles(app.context())
    expect(app.files.files.has(`attachments/${file.id}`)).toBe(false)
    expect(await isLeft(waiting.file.id)).toBe(true)
    app.clock.advance(start - app.clock.now().getTime())
  })
})
