import { sql } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AnnexReaders } from '../../worker/contract/annexes'
import type { CommentContextView } from '../../worker/contract/comments'
import type { FileView } from '../../worker/contract/files'
import type { ReceiptView } from '../../worker/contract/receipts'
import { submitComment } from '../../worker/services/comments/submit-comment'
import { runDueWork } from '../../worker/services/schedule/run-due-work'
import { bodyOf, errorOf } from '../support/answers'
import { beforeBatch } from '../support/before-batch'
import { makeAnnex, makeAnnexUpload, nameToRead, secret } from '../support/make-annex'
import { makeUpload, pdfOf, upload, uploadOf } from '../support/make-attachment'
import { makeComment, newComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeUnit } from '../support/make-unit'
import { makeUser, signIn, signInAs } from '../support/make-user'
import { solvedProof } from '../support/solve-challenge'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
const participant = organisation(9)
const summary = '成本构成，含原料和人工。'
let key = ''
let reader = ''
let readerId = ''
let staff = ''
let admin = ''

beforeAll(async () => {
  key = (await makeConsultation(app)).key
  await makeReasons(app)
  staff = await signInAs(app, 'staff')
  admin = await signInAs(app, 'admin')
  const named = await makeUser(app, 'staff')
  readerId = named.actor.id
  reader = await signIn(app, named)
  await nameToRead(app, readerId)
})
beforeEach(() => app.limits.reset())

interface Credentials {
  publicId: string
  queryCode: string
}
const receiptOf = async ({ publicId, queryCode }: Credentials) =>
  bodyOf<ReceiptView>(await app.post('/api/receipts/lookup', { publicId, queryCode }))
const openAs = (as: string, publicId: string, purpose = '核对成本数据') =>
  app.post(`/api/staff/annexes/${publicId}/open`, { purpose }, { as })
const send = async (change: object) =>
  app.post('/api/measures/1.1/comments', newComment({ altcha: await solvedProof(app), ...change }))
const openingsOf = (publicId: string) =>
  app.rows<{ purpose: string }>(sql`
    SELECT o.purpose, o.user_id FROM annex_openings o JOIN comments c ON c.id = o.comment_id
    WHERE c.public_id = ${publicId}`)
const inBucket = () => [...app.files.files.values()].map((bytes) => new TextDecoder().decode(bytes)).join('')

describe('a confidential annex', () => {
  it('reaches the bucket encrypted only, and its plain bytes no table', async () => {
    const bytes = pdfOf(secret)
    const answer = await upload(
      app,
      '/api/attachments',
      uploadOf('成本明细.pdf', bytes, { confidential: 'yes' }),
    )
    const file = await bodyOf<FileView>(answer)
    const stored = app.files.files.get(`attachments/${file.id}`)
    expect(stored?.length).toBe(bytes.length + 28)
    expect(inBucket()).not.toContain(secret)
    expect(file).toMatchObject({ name: '成本明细.pdf', size: bytes.length })
    const tables = await app.rows<{ dump: string }>(
      sql`SELECT json_group_array(wrapped_key || coalesce(summary, '')) AS dump FROM annexes`,
    )
    expect(tables[0]?.dump).not.toContain('317')
  })

  it('is sent with a summary that is moderated and public with the comment', async () => {
    const waiting = await makeAnnex(app, { participant, state: 'pending' })
    expect((await app.get(`/api/comments/${waiting.publicId}`)).status).toBe(404)
    const comment = await makeAnnex(app, { participant })
    const { comment: shown } = await bodyOf<CommentContextView>(
      await app.get(`/api/comments/${comment.publicId}`),
    )
    expect(shown).toMatchObject({ annexSummary: summary, attachmentCount: 0 })
    const html = await (await app.get(`/comments/${comment.publicId}`)).text()
    expect(html).toContain('保密附件摘要')
    expect(html).not.toContain('成本明细.pdf')
    const queue = await app.get('/api/moderation/queue', { as: await signInAs(app, 'moderator') })
    expect(JSON.stringify(await queue.json())).toContain(`"annexSummary":"${summary}"`)
  })

  it('is missed where it goes while its comment is being written, and nothing is taken in', async () => {
    const file = await makeAnnexUpload(app)
    const before = await app.rows(sql`SELECT id FROM comments`)
    const context = beforeBatch(app.context(), 3, () =>
      app.db.run(sql`DELETE FROM attachments WHERE id = ${file.id}`),
    )
    const sent = submitComment(
      context,
      '1.1',
      newComment({ participant, annex: { file: file.id, summary } }),
      null,
    )
    await expect(sent).rejects.toMatchObject({ more: { fields: { 'annex.file': 'attachment_gone' } } })
    expect(await app.rows(sql`SELECT id FROM comments`)).toEqual(before)
  })

  it.each([
    ['without a summary', { summary: ' ' }, 'annex.summary'],
    ['with too long a summary', { summary: '长'.repeat(501) }, 'annex.summary'],
    ['whose file is none', { file: 'f'.repeat(32) }, 'annex.file'],
  ])('is refused %s', async (_, change, field) => {
    const file = await makeAnnexUpload(app)
    const answer = await send({ participant, annex: { file: file.id, summary, ...change } })
    expect(answer.status).toBe(422)
    expect(Object.keys((await errorOf(answer)).fields ?? {})).toEqual([field])
  })

  it('is refused to an individual, and of a file that was not kept encrypted, or is another’s', async () => {
    const file = await makeAnnexUpload(app)
    const fieldsOf = async (change: object) => Object.keys((await errorOf(await send(change))).fields ?? {})
    expect(await fieldsOf({ annex: { file: file.id, summary } })).toEqual(['annex.file'])
    const plain = await makeUpload(app)
    expect(await fieldsOf({ participant, annex: { file: plain.id, summary } })).toEqual(['annex.file'])
    const taken = await makeAnnex(app, { participant })
    expect((await send({ participant, annex: { file: taken.file.id, summary } })).status).toBe(422)
    const before = await countRows(app)
    expect((await send({ participant, attachments: [file.id] })).status).toBe(422)
    expect((await countRows(app)).comments).toBe(before.comments)
  })

  it('may have another summary with a changed text', async () => {
    const comment = await makeAnnex(app, { participant, state: 'returned' })
    const { publicId, queryCode } = comment
    const json = { publicId, queryCode, body: '改过。', stance: 'partly', annexSummary: '改过的摘要。' }
    expect((await app.post('/api/receipts/resubmit', json)).status).toBe(200)
    expect((await receiptOf(comment)).annex?.summary).toBe('改过的摘要。')
  })

  it('goes with the comment that is withdrawn, and with the day on which it was not sent', async () => {
    const comment = await makeAnnex(app, { participant, state: 'pending' })
    const storageKey = `attachments/${comment.file.id}`
    expect(app.files.files.has(storageKey)).toBe(true)
    const { publicId, queryCode } = comment
    expect((await app.post('/api/receipts/withdraw', { publicId, queryCode })).status).toBe(200)
    expect(app.files.files.has(storageKey)).toBe(false)
    const rows = () => app.rows(sql`SELECT 1 FROM annexes WHERE attachment_id = ${comment.file.id}`)
    expect(await rows()).toEqual([])
    const unsent = await makeAnnexUpload(app)
    app.clock.advance(26 * 3_600_000)
    await runDueWork(app.context())
    app.clock.advance(2 * 3_600_000)
    await runDueWork(app.context())
    expect(await app.rows(sql`SELECT 1 FROM annexes WHERE attachment_id = ${unsent.id}`)).toEqual([])
    expect(app.files.files.has(`attachments/${unsent.id}`)).toBe(false)
  })
})

describe('opening it', () => {
  it('gives a named reader the plain file, after it is written who and what for', async () => {
    const comment = await makeAnnex(app, { participant })
    const answer = await openAs(reader, comment.publicId)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    expect(new TextDecoder().decode(await answer.arrayBuffer())).toBe(new TextDecoder().decode(pdfOf(secret)))
    expect(await openingsOf(comment.publicId)).toEqual([{ purpose: '核对成本数据', user_id: readerId }])
    const [audited] = await app.rows<{ actor_id: string }>(
      sql`SELECT actor_id FROM audit_log WHERE action = 'annex.opened' AND subject_id = ${comment.publicId}`,
    )
    expect(audited?.actor_id).toBe(readerId)
  })

  it.each([
    ['staff', () => staff],
    ['an administrator', () => admin],
  ])('finds nothing for %s who is not named, and shows the summary alone', async (_, as) => {
    const { publicId, file } = await makeAnnex(app, { participant })
    expect((await errorOf(await openAs(as(), publicId))).code).toBe('not_found')
    expect((await app.get(`/api/staff/attachments/${file.id}`, { as: as() })).status).toBe(404)
    expect(await openingsOf(publicId)).toEqual([])
    const seen = await (await app.get(`/api/staff/cases/${publicId}`, { as: as() })).json()
    expect(seen).toMatchObject({ annex: { summary, mayOpen: false }, attachments: [] })
    expect(JSON.stringify(seen)).not.toContain('成本明细')
  })

  it('asks what for', async () => {
    const { publicId } = await makeAnnex(app, { participant })
    const answer = await openAs(reader, publicId, '  ')
    expect(answer.status).toBe(422)
    expect(await openingsOf(publicId)).toEqual([])
  })

  it('is told to the organisation: unit, time and purpose, and nobody’s name', async () => {
    const unit = await makeUnit(app)
    await app.db.run(sql`
      INSERT INTO unit_members (unit_id, user_id, is_head) SELECT id, ${readerId}, 0 FROM units WHERE key = ${unit}`)
    const comment = await makeAnnex(app, { participant })
    await openAs(reader, comment.publicId, '答复前核对')
    const { annexOpenings, annex } = await receiptOf(comment)
    expect(annex).toMatchObject({ summary, file: { name: '成本明细.pdf' } })
    expect(annexOpenings).toMatchObject([{ purpose: '答复前核对', at: app.clock.now().toISOString() }])
    expect(annexOpenings[0]?.unit?.name).toBeTruthy()
    const answer = await app.submit('/receipts', { publicId: comment.publicId, queryCode: comment.queryCode })
    const as = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect(await (await app.get(`/receipts/${comment.publicId}`, { as })).text()).toContain('答复前核对')
  })

  it('refuses a file that was tampered with, and records no opening of it', async () => {
    const { publicId, file } = await makeAnnex(app, { participant })
    const stored = app.files.files.get(`attachments/${file.id}`) ?? new Uint8Array()
    stored[40] = (stored[40] ?? 0) ^ 1
    expect((await errorOf(await openAs(reader, publicId))).code).toBe('annex_damaged')
    expect(await openingsOf(publicId)).toEqual([])
  })

  it('is written for good', async () => {
    const { publicId } = await makeAnnex(app, { participant })
    await openAs(reader, publicId)
    const change = (statement: ReturnType<typeof sql>) =>
      app.db.run(statement).then(
        () => 'done',
        () => 'refused',
      )
    expect(await change(sql`UPDATE annex_openings SET purpose = '别的'`)).toBe('refused')
    expect(await change(sql`DELETE FROM annex_openings`)).toBe('refused')
    expect(await openingsOf(publicId)).toHaveLength(1)
  })

  it('ends when somebody is no longer named', async () => {
    const { actor, ...user } = await makeUser(app, 'staff')
    const as = await signIn(app, { actor, ...user })
    const { publicId } = await makeAnnex(app, { participant })
    await nameToRead(app, actor.id)
    expect((await openAs(as, publicId)).status).toBe(200)
    await nameToRead(app, actor.id, false)
    expect((await openAs(as, publicId)).status).toBe(404)
  })

  it('is of the consultation that they are named for', async () => {
    const ofFirst = await makeAnnex(app, { participant })
    const other = await makeConsultation(app)
    const named = await makeUser(app, 'staff')
    const otherReader = await signIn(app, named)
    await nameToRead(app, named.actor.id)
    const ofOther = await makeAnnex(app, { participant })
    const opened = async (as: string) =>
      Promise.all([ofFirst, ofOther].map(async ({ publicId }) => (await openAs(as, publicId)).status))
    expect(await opened(reader)).toEqual([200, 404])
    expect(await opened(otherReader)).toEqual([404, 200])
    expect(await openingsOf(ofFirst.publicId)).toMatchObject([{ user_id: readerId }])
    expect(await openingsOf(ofOther.publicId)).toMatchObject([{ user_id: named.actor.id }])
    await app.db.run(sql`UPDATE consultations SET is_current = 0 WHERE key = ${other.key}`)
    await app.db.run(sql`UPDATE consultations SET is_current = 1 WHERE key = ${key}`)
  })
})

describe('naming readers', () => {
  it('is for administrators and heads, and of staff alone', async () => {
    const { actor } = await makeUser(app, 'staff')
    const name = (user: string, as: string) =>
      app.post('/api/staff/annex-readers', { user, isReader: true }, { as })
    expect((await errorOf(await name(actor.id, staff))).code).toBe('head_required')
    const moderator = await makeUser(app, 'moderator')
    expect((await name(moderator.actor.id, admin)).status).toBe(422)
    const view = await bodyOf<AnnexReaders>(await name(actor.id, admin))
    expect(view.readers.map(({ id }) => id)).toContain(actor.id)
    const head = await makeUser(app, 'staff')
    const unit = await makeUnit(app)
    await app.db.run(sql`
      INSERT INTO unit_members (unit_id, user_id, is_head) SELECT id, ${head.actor.id}, 1 FROM units WHERE key = ${unit}`)
    expect((await name(head.actor.id, await signIn(app, head))).status).toBe(200)
  })
})

describe('exports', () => {
  it('say that there is one, what is public of it, and to staff how often it was opened', async () => {
    const { publicId } = await makeAnnex(app, { participant })
    await openAs(reader, publicId)
    const csv = await (await app.get('/api/staff/exports/comments.csv', { as: staff })).text()
    expect(csv).toContain('保密附件查阅次数')
    expect(csv).toContain(summary)
    const pack = new Uint8Array(await (await app.get(`/api/open-data/${key}.zip`)).arrayBuffer())
    const rows = strFromU8(unzipSync(pack)['data/comments.jsonl'] ?? new Uint8Array())
    const row = JSON.parse(rows.split('\n').find((line) => line.includes(publicId)) ?? '{}')
    expect(row).toMatchObject({ has_annex: '有', annex_summary: summary })
    expect(row).not.toHaveProperty('annex_openings')
    expect(csv + rows).not.toContain('成本明细')
  })
})

describe('the preview of an organisation’s comment', () => {
  const fields = (change: Record<string, string> = {}) => ({
    body: '建议放宽。',
    stance: 'suggest',
    kind: participant.kind,
    name: participant.name,
    uscc: participant.uscc,
    publish: 'yes',
    ...change,
  })
  const preview = (change: Record<string, string>, file?: Uint8Array<ArrayBuffer>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields(change))) form.set(name, value)
    if (file) form.set('annexFile', new File([file], '成本明细.pdf'))
    return upload(app, '/measures/1.1/comment', form)
  }
  const idIn = (html: string) => /name="annex" value="([0-9a-f]{32})"/.exec(html)?.[1] ?? ''

  it('offers it there alone, and keeps it with its summary', async () => {
    expect(await (await preview({ step: 'preview' })).text()).toContain('添加保密附件')
    expect(await (await preview({ step: 'preview', kind: 'individual' })).text()).not.toContain(
      '添加保密附件',
    )
    const answer = await preview({ step: 'annex', annexSummary: summary }, pdfOf(secret))
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(idIn(html)).not.toBe('')
    expect(html).toContain('保密附件摘要')
    expect(html).toContain('成本明细.pdf')
    const without = await (
      await preview({ step: 'unannex', annex: idIn(html), annexSummary: summary })
    ).text()
    expect(without).toContain('添加保密附件')
    expect(await app.rows(sql`SELECT 1 FROM annexes WHERE attachment_id = ${idIn(html)}`)).toEqual([])
  })

  it('sends it with the comment', async () => {
    const html = await (await preview({ step: 'annex', annexSummary: summary }, pdfOf(secret))).text()
    const sent = await preview({
      step: 'send',
      annex: idIn(html),
      annexSummary: summary,
      altcha: await solvedProof(app),
    })
    expect(sent.status).toBe(303)
    expect(await app.rows(sql`SELECT summary FROM annexes WHERE attachment_id = ${idIn(html)}`)).toEqual([
      { summary },
    ])
  })

  it('says what is missing, and keeps what was typed', async () => {
    const files = app.files.files.size
    const unsaid = await preview({ step: 'annex', annexSummary: '' }, pdfOf(secret))
    expect(unsaid.status).toBe(422)
    expect(await unsaid.text()).toContain('id="error-annexSummary"')
    const unchosen = await preview({ step: 'annex', annexSummary: summary })
    const html = await unchosen.text()
    expect(html).toContain('id="error-annexFile"')
    expect(html).toContain(`>${summary}</textarea>`)
    expect(app.files.files.size).toBe(files)
  })

  it('is closed with the consultation', async () => {
    const { closesAt } = (
      await app.rows<{ closesAt: number }>(
        sql`SELECT closes_at AS "closesAt" FROM consultations WHERE is_current = 1`,
      )
    )[0] ?? { closesAt: 0 }
    const now = app.clock.now()
    app.clock.set(new Date(closesAt))
    const files = app.files.files.size
    const late = await upload(
      app,
      '/api/attachments',
      uploadOf('成本明细.pdf', pdfOf(secret), { confidential: 'yes' }),
    )
    expect((await errorOf(late)).code).toBe('consultation_closed')
    expect(app.files.files.size).toBe(files)
    app.clock.set(now)
  })
})

it('has comments without one as before', async () => {
  const comment = await makeComment(app)
  expect(await receiptOf(comment)).toMatchObject({ annex: null, annexOpenings: [] })
})
