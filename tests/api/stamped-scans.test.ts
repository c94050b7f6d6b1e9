import { sql } from 'drizzle-orm'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CommentContextView } from '../../worker/contract/comments'
import type { ReceiptView } from '../../worker/contract/receipts'
import type { FormView } from '../../worker/contract/stamped-forms'
import type { StampedList } from '../../worker/contract/stamped-scans'
import { bodyOf, errorOf } from '../support/answers'
import { Clock } from '../support/clock'
import { pdfOf, upload, uploadOf } from '../support/make-attachment'
import { decide, makeComment, newComment, organisation, type TestComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeStamped, scanOf, stamp } from '../support/make-stamped'
import { makeUnit } from '../support/make-unit'
import { cookiesOf, signInAs } from '../support/make-user'
import { solvedProof } from '../support/solve-challenge'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
const participant = organisation(7)
let staff = ''
let key = ''
let closesAt: Date

beforeAll(async () => {
  ;({ key, closesAt } = await makeConsultation(app))
  await makeReasons(app)
  staff = await signInAs(app, 'staff')
})
beforeEach(() => {
  app.limits.reset()
  app.clock.set(new Clock().now())
})

const docx = new Uint8Array(
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/document.xml': strToU8('<w:document/>'),
  }),
)

type Credentials = Pick<TestComment, 'publicId' | 'queryCode'>

const open = async ({ publicId, queryCode }: Credentials) =>
  cookiesOf(await app.submit('/receipts', { publicId, queryCode }))
const receiptOf = async ({ publicId, queryCode }: Credentials) =>
  bodyOf<ReceiptView>(await app.post('/api/receipts/lookup', { publicId, queryCode }))
const send = async (comment: Credentials, code: string, name = '盖章件.pdf', bytes = pdfOf('公章')) =>
  upload(app, `/receipts/${comment.publicId}/stamped`, uploadOf(name, bytes, { code }), {
    as: await open(comment),
  })
const list = async (query = '', as = staff) =>
  bodyOf<StampedList>(await app.get(`/api/staff/stamped${query}`, { as }))
const settle = (id: number, decision: object, as = staff) =>
  app.post(`/api/staff/stamped/${id}/decision`, decision, { as })
const confirm = (id: number) => settle(id, { act: 'confirm' })
const rewrite = ({ publicId, queryCode }: Credentials) =>
  app.post('/api/receipts/resubmit', { publicId, queryCode, body: '改过的意见。', stance: 'partly' })
const actsOf = async (publicId: string) =>
  (
    await app.rows<{ action: string }>(sql`
      SELECT action FROM audit_log WHERE subject_id = ${publicId} AND action LIKE 'stamped_scan.%' ORDER BY id`)
  ).map(({ action }) => action)

describe('uploading a stamped scan on the receipt', () => {
  it('keeps it with the revision and the hash of the text', async () => {
    const comment = await makeComment(app, { participant, state: 'pending' })
    const form = await bodyOf<FormView>(await app.post('/api/receipts/form', { ...credentials(comment) }))
    expect((await send(comment, `${comment.publicId} · 1`)).status).toBe(303)
    const { stamped } = await receiptOf(comment)
    expect(stamped.scans).toMatchObject([{ state: 'submitted', revision: 1, file: { name: '盖章件.pdf' } }])
    expect(
      await app.rows(sql`SELECT text_sha256 FROM stamped_scans s JOIN comments c ON c.id = s.comment_id
        WHERE c.public_id = ${comment.publicId}`),
    ).toEqual([{ text_sha256: form.sha256 }])
    expect(await actsOf(comment.publicId)).toEqual(['stamped_scan.uploaded'])
  })

  it.each([
    ['lower case and another dot', (id: string) => `${id.toLowerCase()}•1`],
    ['a slash', (id: string) => `${id}/1`],
    ['a space and the word', (id: string) => `${id} 第 1 版`],
  ])('takes the code typed with %s', async (_, typed) => {
    const comment = await makeComment(app, { participant })
    expect((await send(comment, typed(comment.publicId))).status).toBe(303)
  })

  it('replaces one that waits, and its file goes', async () => {
    const comment = await makeComment(app, { participant })
    await send(comment, `${comment.publicId} · 1`)
    const files = app.files.files.size
    await send(comment, `${comment.publicId} · 1`, '再扫.pdf')
    const { stamped } = await receiptOf(comment)
    expect(stamped.scans.map(({ file }) => file.name)).toEqual(['再扫.pdf'])
    expect(app.files.files.size).toBe(files)
  })

  it('refuses the code of an earlier text with the code of the one that stands', async () => {
    const comment = await makeComment(app, { participant, state: 'returned' })
    expect((await rewrite(comment)).status).toBe(200)
    const answer = await send(comment, `${comment.publicId} · 1`)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('表上的版次不是现行版次')
    expect(html).toContain(`现行文本为 ${comment.publicId} · 2`)
    expect((await receiptOf(comment)).stamped.scans).toEqual([])
  })

  it.each([
    ['of another comment', 'T001-0000-0000 · 1', '盖章件.pdf', pdfOf('x'), '另一份反馈表'],
    ['of a version to come', 'own · 9', '盖章件.pdf', pdfOf('x'), '请照表上填写'],
    ['that is none', '公章', '盖章件.pdf', pdfOf('x'), '请照表上填写'],
    ['right, with a Word file', 'own · 1', '盖章件.docx', docx, '这里只收'],
    ['right, with a text file', 'own · 1', '盖章件.txt', new TextEncoder().encode('公章'), '只能'],
    ['right, with an empty file', 'own · 1', '盖章件.pdf', new Uint8Array(0), '空'],
  ])('refuses a code %s', async (_, code, name, bytes, sentence) => {
    const comment = await makeComment(app, { participant })
    await open(comment)
    const before = await countRows(app)
    const files = app.files.files.size
    const answer = await send(comment, code.replace('own', comment.publicId), name, bytes)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
    expect(await countRows(app)).toEqual(before)
    expect(app.files.files.size).toBe(files)
  })

  it('asks for the file', async () => {
    const comment = await makeComment(app, { participant })
    const answer = await app.submit(
      `/receipts/${comment.publicId}/stamped`,
      { code: `${comment.publicId} · 1` },
      { as: await open(comment) },
    )
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('id="error-file"')
  })

  it('is offered to organisations alone', async () => {
    const person = await makeComment(app)
    const answer = await send(person, `${person.publicId} · 1`)
    expect(answer.status).toBe(409)
    const { stamped } = await receiptOf(person)
    expect(stamped).toEqual({ isConfirmed: false, mayUpload: false, scans: [] })
    const read = async (comment: Credentials) =>
      (await app.get(`/receipts/${comment.publicId}`, { as: await open(comment) })).text()
    expect(await read(person)).not.toContain('multipart/form-data')
    expect(await read(await makeComment(app, { participant }))).toContain('multipart/form-data')
  })

  it('goes on after the closing, until the result is published', async () => {
    const [comment, late] = [await makeComment(app, { participant }), await makeComment(app, { participant })]
    app.clock.set(closesAt)
    const refused = await app.post(
      '/api/measures/1.1/comments',
      newComment({ altcha: await solvedProof(app) }),
    )
    expect((await errorOf(refused)).code).toBe('consultation_closed')
    expect((await send(comment, `${comment.publicId} · 1`)).status).toBe(303)
    expect((await receiptOf(comment)).stamped.scans).toMatchObject([{ state: 'submitted' }])
    await app.db.run(sql`UPDATE consultations SET result_at = 1 WHERE is_current = 1`)
    const answer = await send(late, `${late.publicId} · 1`)
    await app.db.run(sql`UPDATE consultations SET result_at = NULL WHERE is_current = 1`)
    expect(answer.status).toBe(409)
    expect((await receiptOf(late)).stamped.scans).toEqual([])
  })
})

const credentials = ({ publicId, queryCode }: Credentials) => ({ publicId, queryCode })

describe('the desk', () => {
  it('lists what waits of accepted comments with text and hash, and whose it is', async () => {
    const waiting = await makeStamped(app, { state: 'pending', body: '请放宽条件。' })
    expect(scanOf(await list(), waiting.publicId)).toBeUndefined()
    await decide(app, { publicId: waiting.publicId, revision: 1, decision: 'publish' })
    const form = await bodyOf<FormView>(await app.post('/api/receipts/form', credentials(waiting)))
    expect(scanOf(await list(), waiting.publicId)).toMatchObject({
      id: waiting.id,
      state: 'submitted',
      of: 'comment',
      entries: [{ publicId: waiting.publicId, body: '请放宽条件。' }],
      textSha256: form.sha256,
      isHidden: false,
      mayDecide: true,
    })
    const unit = await makeUnit(app)
    await app.db.run(sql`UPDATE cases SET unit_id = (SELECT id FROM units WHERE key = ${unit})
      WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${waiting.publicId})`)
    expect(scanOf(await list(), waiting.publicId)?.mayDecide).toBe(false)
    expect((await confirm(waiting.id)).status).toBe(403)
  })

  it('gives the scan for saving only, on record', async () => {
    const { id, publicId } = await makeStamped(app)
    const answer = await app.get(`/api/staff/stamped/${id}/file`, { as: staff })
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect(new TextDecoder().decode(await answer.arrayBuffer())).toContain('公章')
    expect(await actsOf(publicId)).toEqual(['stamped_scan.uploaded', 'stamped_scan.opened'])
  })

  it('confirms, and marks the comment everywhere', async () => {
    const comment = await makeStamped(app)
    const read = async () =>
      (await bodyOf<CommentContextView>(await app.get(`/api/comments/${comment.publicId}`))).comment.isStamped
    expect(await read()).toBe(false)
    expect((await confirm(comment.id)).status).toBe(200)
    expect(await read()).toBe(true)
    expect((await receiptOf(comment)).stamped).toMatchObject({
      mayUpload: false,
      scans: [{ state: 'confirmed' }],
    })
    expect(await (await app.get(`/comments/${comment.publicId}`)).text()).toContain('已盖章确认')
    const found = await app.get(`/api/staff/cases/${comment.publicId}`, { as: staff })
    expect(await bodyOf(found)).toMatchObject({ isStamped: true })
    expect((await send(comment, `${comment.publicId} · 1`)).status).toBe(409)
    expect(await actsOf(comment.publicId)).toEqual(['stamped_scan.uploaded', 'stamped_scan.confirmed'])
    expect((await errorOf(await confirm(comment.id))).code).toBe('stamp_changed')
  })

  it('is in both exports with yes, and its state in the staff’s alone', async () => {
    const comment = await makeStamped(app)
    await confirm(comment.id)
    const csv = await (await app.get('/api/staff/exports/comments.csv', { as: staff })).text()
    const pack = new Uint8Array(await (await app.get(`/api/open-data/${key}.zip`)).arrayBuffer())
    const rows = strFromU8(unzipSync(pack)['data/comments.jsonl'] ?? new Uint8Array())
    expect(csv).toContain('盖章件')
    expect(csv.split('\n').find((line) => line.includes(comment.publicId))).toContain('已盖章确认')
    const row = JSON.parse(rows.split('\n').find((line) => line.includes(comment.publicId)) ?? '{}')
    expect(row).toMatchObject({ is_stamped: '是' })
    expect(row).not.toHaveProperty('stamp_state')
  })

  it('sends one back for a reason that its author reads, and takes another', async () => {
    const comment = await makeStamped(app)
    const refused = await settle(comment.id, { act: 'refuse', refusal: 'no_seal', note: '第 2 页没有盖章。' })
    expect(refused.status).toBe(200)
    const html = await (await app.get(`/receipts/${comment.publicId}`, { as: await open(comment) })).text()
    expect(html).toContain('没有公章，或者公章不清')
    expect(html).toContain('第 2 页没有盖章。')
    expect((await send(comment, `${comment.publicId} · 1`)).status).toBe(303)
    const { scans } = (await receiptOf(comment)).stamped
    expect(scans.map(({ state }) => state)).toEqual(['submitted', 'refused'])
    expect(await actsOf(comment.publicId)).toContain('stamped_scan.refused')
  })

  it('asks for a note where no reason of the list fits', async () => {
    const { id } = await makeStamped(app)
    const answer = await settle(id, { act: 'refuse', refusal: 'other', note: '' })
    expect(answer.status).toBe(422)
    expect(Object.keys((await errorOf(answer)).fields ?? {})).toEqual(['note'])
  })

  it('knows a confirmed one as of an earlier text once a newer stands', async () => {
    const comment = await makeStamped(app)
    await confirm(comment.id)
    await app.db.run(sql`UPDATE comments SET state = 'pending' WHERE public_id = ${comment.publicId}`)
    expect((await rewrite(comment)).status).toBe(200)
    const { stamped } = await receiptOf(comment)
    expect(stamped).toMatchObject({ mayUpload: true, scans: [{ state: 'earlier', revision: 1 }] })
    expect((await confirm(comment.id)).status).not.toBe(200)
    await stamp(app, comment, 2)
    expect((await receiptOf(comment)).stamped.scans.map(({ state }) => state)).toEqual([
      'submitted',
      'earlier',
    ])
  })

  it('neither opens nor confirms the scan of a text of which words are hidden', async () => {
    const comment = await makeStamped(app, { state: 'pending', body: '请找王某某联系。' })
    await decide(app, {
      publicId: comment.publicId,
      revision: 1,
      decision: 'redact',
      redactions: [{ start: 2, end: 5, reason: 'person' }],
    })
    const found = scanOf(await list(), comment.publicId)
    expect(found).toMatchObject({ isHidden: true })
    expect(found?.entries[0]?.body).not.toContain('王某某')
    expect((await app.get(`/api/staff/stamped/${comment.id}/file`, { as: staff })).status).toBe(404)
    expect((await confirm(comment.id)).status).toBe(409)
    expect((await settle(comment.id, { act: 'refuse', refusal: 'illegible', note: '' })).status).toBe(200)
  })

  it('has nothing left of a comment that was withdrawn', async () => {
    const comment = await makeStamped(app, { state: 'pending' })
    const files = app.files.files.size
    expect((await app.post('/api/receipts/withdraw', credentials(comment))).status).toBe(200)
    expect(await app.rows(sql`SELECT 1 FROM stamped_scans WHERE id = ${comment.id}`)).toEqual([])
    expect(app.files.files.size).toBe(files - 1)
  })
})
