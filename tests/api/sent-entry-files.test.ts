import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CommentContextView } from '../../worker/contract/comments'
import type { ReceiptView } from '../../worker/contract/receipts'
import type {
  EntryInput,
  SubmissionView,
  VersionHistory,
  VersionView,
} from '../../worker/contract/submissions'
import { runDueWork } from '../../worker/services/schedule/run-due-work'
import { bodyOf } from '../support/answers'
import { startDeciding } from '../support/deciding'
import { nameToRead, secret } from '../support/make-annex'
import { makeUpload } from '../support/make-attachment'
import { makeEntryFiles, entrySummary as summary } from '../support/make-entry-files'
import {
  type Firm,
  makeFirm,
  makeResponse,
  newEntry,
  sendResponse,
  withdrawnOnce,
} from '../support/make-submission'
import { makeUser, signIn, signInAs } from '../support/make-user'

const { app, as: moderator, settle } = await startDeciding()
const path = '/api/enterprise/response'
let firm: Firm
let reader = ''
let staff = ''

beforeAll(async () => {
  staff = await signInAs(app, 'staff')
  const named = await makeUser(app, 'staff')
  reader = await signIn(app, named)
  await nameToRead(app, named.actor.id)
})
beforeEach(async () => {
  app.limits.reset()
  firm = await makeFirm(app)
})

const post = async (step: string, input: object) =>
  bodyOf<SubmissionView>(await app.post(`${path}/${step}`, input, { as: firm.drafter.cookie }))
const view = async () => bodyOf<SubmissionView>(await app.get(path, { as: firm.drafter.cookie }))
const versionOf = async (number: number, { cookie: as } = firm.approver) =>
  bodyOf<VersionView>(await app.get(`${path}/versions/${number}`, { as }))
const idOf = ({ comments }: VersionView) => comments[0]?.publicId ?? ''
const receiptOf = async ({ comments: [comment] }: VersionView) =>
  bodyOf<ReceiptView>(
    await app.post('/api/receipts/lookup', { publicId: comment?.publicId, queryCode: comment?.queryCode }),
  )
const open = (publicId: string, as = reader) =>
  app.post(`/api/staff/annexes/${publicId}/open`, { purpose: '核对成本数据' }, { as })
const download = (id: string, as = moderator) => app.get(`/api/moderation/attachments/${id}`, { as })
const lies = (id: string) => app.files.files.has(`attachments/${id}`)
const hashed = ({ name, size, sha256 }: { name: string; size: number; sha256: string }) => ({
  name,
  size,
  sha256,
})

/** Sent, with one entry that has an attachment and an annex. */
async function send(change: Partial<EntryInput> = {}) {
  const files = await makeEntryFiles(app)
  await makeResponse(app, firm, 'sent', [newEntry({ ...files.said, ...change })])
  return { ...files, version: await versionOf(1) }
}

/** Sent again, with another entry in the place of the first. */
async function sendAgain(change: Partial<EntryInput>): Promise<VersionView> {
  await post('reopen', { version: (await view()).version })
  const [entry] = (await view()).entries
  const saved = await post('entries', { ...newEntry(change), version: entry?.version })
  const asked = await post('approval', { version: saved.version, note: '' })
  return sendResponse(app, firm, asked.version)
}

describe('what is sent with an entry', () => {
  it('goes with its comment, and is sealed by name, size and hash', async () => {
    const { file, annex, version } = await send()
    const sealed = { attachments: [hashed(file)], annex: { file: hashed(annex), summary } }
    expect(version.entries[0]).toMatchObject(sealed)
    expect(JSON.parse(version.content).entries[0]).toMatchObject(sealed)
    expect(await receiptOf(version)).toMatchObject({ attachments: [file], annex: { file: annex, summary } })
    const bytes = await (await download(file.id)).arrayBuffer()
    expect(new TextDecoder().decode(bytes)).toContain('测算.pdf')
  })

  it('leaves the sealed text of an entry without files as it was', async () => {
    await makeResponse(app, firm, 'sent')
    const [entry] = JSON.parse((await versionOf(1)).content).entries
    expect(Object.keys(entry)).toEqual(['measure', 'clause', 'planRevision', 'stance', 'body', 'targets'])
  })

  it('gives the public the summary and a number, the named reader the annex, and tells the firm', async () => {
    const { file, annex, version } = await send()
    const publicId = idOf(version)
    expect((await open(publicId)).status).toBe(404)
    await settle(publicId, 'publish')
    const { comment } = await bodyOf<CommentContextView>(await app.get(`/api/comments/${publicId}`))
    expect(comment).toMatchObject({ annexSummary: summary, attachmentCount: 1 })
    const html = await (await app.get(`/comments/${publicId}`)).text()
    for (const name of [file.name, annex.name]) expect(html).not.toContain(name)
    expect((await open(publicId, staff)).status).toBe(404)
    expect((await app.get(`/api/staff/attachments/${annex.id}`, { as: reader })).status).toBe(404)
    const answer = await open(publicId)
    expect(new TextDecoder().decode(await answer.arrayBuffer())).toContain(secret)
    const told = [{ measureKey: '1.1', clauseKey: null, purpose: '核对成本数据', unit: null }]
    expect((await versionOf(1, firm.drafter)).annexOpenings).toMatchObject(told)
    const page = await app.get('/enterprise/response/versions/1', { as: firm.drafter.cookie })
    expect(await page.text()).toContain('核对成本数据')
  })
})

describe('sending again', () => {
  it('keeps what is unchanged with its comment, without another upload', async () => {
    const { file, version, said } = await send()
    const [{ uploads } = { uploads: 0 }] = await app.rows<{ uploads: number }>(
      sql`SELECT count(*) AS uploads FROM attachments`,
    )
    const again = await sendAgain(said)
    expect(idOf(again)).toBe(idOf(version))
    expect((await receiptOf(again)).revision).toBe(1)
    expect((await download(file.id)).status).toBe(200)
    expect(await app.rows(sql`SELECT count(*) AS uploads FROM attachments`)).toEqual([{ uploads }])
  })

  it('takes the same files on to the comment that stands for a published one, openings staying with theirs', async () => {
    const { file, annex, version, said } = await send()
    await settle(idOf(version), 'publish')
    await open(idOf(version))
    const again = await sendAgain({ ...said, body: '改过的意见，附件照旧。' })
    expect(idOf(again)).not.toBe(idOf(version))
    expect(await receiptOf(again)).toMatchObject({ attachments: [file], annex: { file: annex, summary } })
    expect((await open(idOf(version))).status).toBe(404)
    await settle(idOf(again), 'publish')
    const opened = await open(idOf(again))
    expect(new TextDecoder().decode(await opened.arrayBuffer())).toContain(secret)
    const counts = [await versionOf(1), await versionOf(2)].map(({ annexOpenings }) => annexOpenings.length)
    expect(counts).toEqual([1, 1])
  })

  it('gives a comment that waits other files, and the bucket nothing that is out', async () => {
    const { file, annex, version } = await send()
    const more = await makeUpload(app, '补充.pdf')
    const again = await sendAgain({ attachments: [more.id] })
    expect(idOf(again)).toBe(idOf(version))
    expect(await receiptOf(again)).toMatchObject({ revision: 2, attachments: [more], annex: null })
    app.clock.advance(2 * 3_600_000)
    await runDueWork(app.context())
    expect([file.id, annex.id, more.id].map(lies)).toEqual([false, false, true])
    const [last, first] = (
      await bodyOf<VersionHistory>(await app.get(`${path}/versions`, { as: firm.drafter.cookie }))
    ).versions
    expect(first?.sha256).toBe(version.sha256)
    expect(last?.changes).toMatchObject([
      {
        kind: 'changed',
        before: { attachments: [hashed(file)], annex: { file: hashed(annex), summary } },
        after: { attachments: [hashed(more)], annex: null },
      },
    ])
    expect((await versionOf(1)).entries[0]).toMatchObject({ attachments: [hashed(file)] })
  })

  it('gives the comment another summary with the same file', async () => {
    const { annex } = await send()
    const again = await sendAgain({ annex: { file: annex.id, summary: '改过的摘要。' } })
    expect((await receiptOf(again)).annex).toMatchObject({ file: annex, summary: '改过的摘要。' })
  })

  it('is another response where the same bytes are another upload', async () => {
    const { file, annex, version } = await send()
    await settle(idOf(version), 'publish')
    const { file: twin, annex: other, said } = await makeEntryFiles(app)
    expect([twin.sha256, other.sha256]).toEqual([file.sha256, annex.sha256])
    const again = await sendAgain(said)
    expect(idOf(again)).not.toBe(idOf(version))
    expect(await receiptOf(again)).toMatchObject({ attachments: [twin], annex: { file: other } })
  })

  it('is what changes a comment: until then what was taken out of the draft stays with it', async () => {
    const { file, annex, version } = await send()
    await post('reopen', { version: (await view()).version })
    await post('entries', { ...newEntry(), version: 1 })
    expect((await view()).entries[0]).toMatchObject({ attachments: [], annex: null, change: 'changed' })
    expect(await receiptOf(version)).toMatchObject({ attachments: [file], annex: { file: annex, summary } })
    expect((await download(file.id)).status).toBe(200)
    const [entry] = (await view()).entries
    await post('entries/remove', { id: entry?.id, version: entry?.version })
    app.clock.advance(26 * 3_600_000)
    await runDueWork(app.context())
    expect([lies(file.id), lies(annex.id)]).toEqual([true, true])
  })

  it('withdraws with an entry that is gone what its comment carried', async () => {
    const { file, annex } = await send()
    await post('reopen', { version: (await view()).version })
    const [entry] = (await view()).entries
    const left = await post('entries/remove', { id: entry?.id, version: entry?.version })
    const asked = await post('approval', { version: left.version, note: '' })
    await sendResponse(app, firm, asked.version)
    app.clock.advance(2 * 3_600_000)
    await runDueWork(app.context())
    expect([lies(file.id), lies(annex.id)]).toEqual([false, false])
  })

  it('keeps them where somebody would withdraw the comment by its receipt', async () => {
    const { file, version } = await send()
    const [comment] = version.comments
    const withdrawn = { publicId: comment?.publicId, queryCode: comment?.queryCode }
    expect((await app.post('/api/receipts/withdraw', withdrawn)).status).toBe(409)
    expect(lies(file.id)).toBe(true)
    expect((await view()).entries[0]).toMatchObject({ attachments: [{ id: file.id }] })
  })

  it('brings them no more once the comment was withdrawn by its receipt, while that was possible', async () => {
    const { version } = await send()
    await withdrawnOnce(app, version.comments[0]?.publicId ?? '')
    expect((await view()).entries[0]).toMatchObject({ attachments: [], annex: null })
  })

  it('leaves all of it as it was where it breaks', async () => {
    const { file, annex, said } = await send()
    await app.db.run(
      sql`CREATE TRIGGER break BEFORE INSERT ON submission_versions WHEN NEW.number = 2
        BEGIN SELECT RAISE(ABORT, 'broken'); END`,
    )
    await sendAgain({ ...said, attachments: [] }).catch(() => null)
    await app.db.run(sql`DROP TRIGGER break`)
    expect(await receiptOf(await versionOf(1))).toMatchObject({ attachments: [file], annex: { file: annex } })
  })
})

describe('where moderation comes after publication', () => {
  it('what has an annex is read first', async () => {
    await app.db.run(sql`UPDATE consultations SET moderation = 'after' WHERE is_current = 1`)
    const { version } = await send()
    expect(version.comments[0]?.state).toBe('pending')
    firm = await makeFirm(app)
    await makeResponse(app, firm, 'sent', [newEntry({ body: '没有附件，先发后审的意见。' })])
    expect((await versionOf(1)).comments[0]?.state).toBe('published')
    const gained = await sendAgain({
      ...(await makeEntryFiles(app)).said,
      body: '没有附件，先发后审的意见。',
    })
    expect(gained.comments[0]?.state).toBe('pending')
  })
})
