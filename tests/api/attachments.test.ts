import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FileView } from '../../worker/contract/files'
import type { ReceiptView } from '../../worker/contract/receipts'
import { runDueWork } from '../../worker/services/schedule/run-due-work'
import { bodyOf, errorOf } from '../support/answers'
import { makeAttachment, makeUpload, pdfOf, upload, uploadOf } from '../support/make-attachment'
import { makeComment, newComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { solvedProof } from '../support/solve-challenge'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
const megabyte = 1024 * 1024
const hour = 3_600_000
let moderator = ''
let staff = ''

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  moderator = await signInAs(app, 'moderator')
  staff = await signInAs(app, 'staff')
})
beforeEach(() => app.limits.reset())

const send = (name: string, bytes: Uint8Array<ArrayBuffer>) =>
  upload(app, '/api/attachments', uploadOf(name, bytes))
const rowsOf = (id: string) =>
  app.rows<{ comment_id: number | null }>(sql`SELECT comment_id FROM attachments WHERE id = ${id}`)
const receiptOf = async ({ publicId, queryCode }: { publicId: string; queryCode: string }) =>
  bodyOf<ReceiptView>(await app.post('/api/receipts/lookup', { publicId, queryCode }))

describe('POST /api/attachments', () => {
  it('keeps a file under what it is, with its size and hash', async () => {
    const bytes = pdfOf('成本测算')
    const file = await bodyOf<FileView>(await send('C:\\报告\\成本\u202e测算.pdf', bytes))
    expect(file).toMatchObject({
      name: '成本测算.pdf',
      type: 'pdf',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
    expect([...(app.files.files.get(`attachments/${file.id}`) ?? [])]).toEqual([...bytes])
    expect(await rowsOf(file.id)).toEqual([{ comment_id: null }])
  })

  it.each([
    ['空.pdf', new Uint8Array(0), 'attachment_empty'],
    ['改名.docx', pdfOf('x'), 'attachment_type_differs'],
    ['说明.txt', new TextEncoder().encode('说明'), 'attachment_type_unknown'],
    ['大.pdf', pdfOf('x', 21 * megabyte), 'attachment_too_large'],
  ])('refuses %s and keeps nothing of it', async (name, bytes) => {
    const before = await countRows(app)
    const files = app.files.files.size
    const answer = await send(name, bytes)
    expect(answer.status).toBe(422)
    expect((await errorOf(answer)).fields?.file).toMatch(/。$/)
    expect(await countRows(app)).toEqual(before)
    expect(app.files.files.size).toBe(files)
  })

  it('does not read what is much too large', async () => {
    const answer = await send('很大.pdf', pdfOf('x', 25 * megabyte))
    expect(answer.status).toBe(413)
    expect((await errorOf(answer)).code).toBe('body_too_large')
  })

  it('takes a form only, and no other route of the API does', async () => {
    expect((await app.post('/api/attachments', {})).status).toBe(415)
    const elsewhere = await upload(app, '/api/measures/1.1/comments', uploadOf('a.pdf', pdfOf('a')))
    expect(elsewhere.status).toBe(415)
  })

  it('is limited as submissions are', async () => {
    app.limits.allow('SUBMIT_LIMIT', 0)
    expect((await errorOf(await send('a.pdf', pdfOf('a')))).code).toBe('rate_limited')
  })
})

describe('a comment with attachments', () => {
  const sendComment = async (attachments: string[]) =>
    app.post('/api/measures/1.1/comments', newComment({ attachments, altcha: await solvedProof(app) }))

  it('shows its author what was taken, and the public only how many', async () => {
    const { publicId, queryCode, file } = await makeAttachment(app)
    expect((await receiptOf({ publicId, queryCode })).attachments).toEqual([file])
    const html = await (await app.get(`/comments/${publicId}`)).text()
    expect(html).toContain('附件 1 个（仅供主管部门）')
    expect(html).not.toContain('测算.pdf')
    const open = await (await app.get(`/api/comments/${publicId}`)).text()
    expect(open).toContain('"attachmentCount":1')
    expect(open).not.toContain(file.id)
  })

  it.each([
    ['one that is not there', async () => ['0'.repeat(32)]],
    ['one of another comment', async () => [(await makeAttachment(app)).file.id]],
    [
      'more than five',
      async () => Promise.all([1, 2, 3, 4, 5, 6].map(async () => (await makeUpload(app)).id)),
    ],
  ])('is refused with %s', async (_, prepare) => {
    const ids = await prepare()
    const before = await countRows(app)
    const answer = await sendComment(ids)
    expect(answer.status).toBe(422)
    expect(Object.keys((await errorOf(answer)).fields ?? {})[0]).toMatch(/^attachments/)
    expect(await countRows(app)).toEqual(before)
  })

  it('takes them along when it is withdrawn', async () => {
    const { publicId, queryCode, file } = await makeAttachment(app, { state: 'pending' })
    await app.post('/api/receipts/withdraw', { publicId, queryCode })
    expect(await rowsOf(file.id)).toEqual([])
    expect(app.files.files.has(`attachments/${file.id}`)).toBe(false)
    expect((await receiptOf({ publicId, queryCode })).attachments).toEqual([])
  })
})

describe('an attachment at the desk', () => {
  it.each([
    ['moderation', () => moderator],
    ['staff', () => staff],
  ])('is only ever saved, and each opening is on record (%s)', async (desk, as) => {
    const { publicId, file } = await makeAttachment(app)
    const answer = await app.get(`/api/${desk}/attachments/${file.id}`, { as: as() })
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="attachment.pdf"; filename*=UTF-8''%E6%B5%8B%E7%AE%97.pdf`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([...pdfOf('测算.pdf')])
    const acts = await app.rows(sql`
      SELECT data ->> 'comment' AS comment FROM audit_log
      WHERE action = 'attachment.opened' AND subject_id = ${file.id} AND actor_kind = 'user'`)
    expect(acts).toEqual([{ comment: publicId }])
  })

  it('is not there before it is sent', async () => {
    const { id } = await makeUpload(app)
    expect((await app.get(`/api/moderation/attachments/${id}`, { as: moderator })).status).toBe(404)
  })

  it('stands with its comment in the queue and in the case', async () => {
    const waiting = await makeAttachment(app, { state: 'pending' })
    const queue = await bodyOf<{ items: { publicId: string; attachments: FileView[] }[] }>(
      await app.get('/api/moderation/queue?limit=100', { as: moderator }),
    )
    expect(queue.items.find(({ publicId }) => publicId === waiting.publicId)?.attachments).toEqual([
      waiting.file,
    ])
    const { publicId, file } = await makeAttachment(app)
    const view = await bodyOf<{ attachments: FileView[] }>(
      await app.get(`/api/staff/cases/${publicId}`, { as: staff }),
    )
    expect(view.attachments).toEqual([file])
  })
})

describe('what was uploaded and never sent', () => {
  it('cannot be sent after a day, and is gone an hour later', async () => {
    const { id } = await makeUpload(app)
    const sent = await makeAttachment(app)
    app.clock.advance(24 * hour)
    await runDueWork(app.context())
    expect(await rowsOf(id)).toHaveLength(1)
    await expect(makeComment(app, { attachments: [id] })).rejects.toThrow('invalid_input')
    app.clock.advance(hour + 1000)
    await runDueWork(app.context())
    expect(await rowsOf(id)).toEqual([])
    expect(app.files.files.has(`attachments/${id}`)).toBe(false)
    expect(app.files.files.has(`attachments/${sent.file.id}`)).toBe(true)
  })

  it('is deleted by the next sweep where the bucket failed, and what broke off while it was put there too', async () => {
    const { id } = await makeUpload(app)
    const { put, delete: remove } = app.files
    app.files.put = async (key, bytes) => {
      await put.call(app.files, key, bytes)
      throw new Error('the bucket is away')
    }
    await expect(makeUpload(app)).rejects.toThrow('the bucket is away')
    app.files.put = put
    const stray = [...app.files.files.keys()].at(-1) ?? ''
    app.clock.advance(26 * hour)
    app.files.delete = async () => {
      throw new Error('the bucket is away')
    }
    await runDueWork(app.context())
    expect(app.files.files.has(`attachments/${id}`)).toBe(true)
    app.files.delete = remove
    await runDueWork(app.context())
    expect(app.files.files.has(`attachments/${id}`)).toBe(false)
    expect(app.files.files.has(stray)).toBe(false)
    expect(await app.rows(sql`SELECT * FROM stray_files`)).toEqual([])
  })
})
