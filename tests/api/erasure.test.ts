import { sql } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { erasedText } from '../../worker/contract/erasures'
import type { ReceiptView } from '../../worker/contract/receipts'
import { connect } from '../../worker/local/connect'
import { verifyDatabase } from '../../worker/local/verify-database'
import { fileAppeal } from '../../worker/services/appeals/file-appeal'
import { keepFile } from '../../worker/services/files/keep-file'
import { writeNote } from '../../worker/services/notes/write-note'
import { resubmitComment } from '../../worker/services/receipts/resubmit-comment'
import { runDailyWork } from '../../worker/services/schedule/run-daily-work'
import { sealAuditLog } from '../../worker/services/transparency/seal-audit-log'
import { bodyOf } from '../support/answers'
import { actionsOn } from '../support/audit'
import { hour, minute } from '../support/clock'
import { isAccountedFor } from '../support/kept-columns'
import { pdfOf } from '../support/make-attachment'
import { makeCodebook, makeRun } from '../support/make-codebook'
import { decide, letTakeEffect, makeComment, type TestComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeUser, signIn } from '../support/make-user'
import { findWords, listWordColumns } from '../support/read-everything'
import { startTestApp } from '../support/test-app'

const word = {
  name: 'Zqxnamefieldtest',
  contact: 'zqxcontactfield',
  first: 'Zqxfirstbodytext',
  second: 'Zqxsecondbodytext',
  body: 'Zqxbodytextfield',
  hidden: 'Zqxhiddenwords',
  wording: 'Zqxwordingfield',
  evidence: 'Zqxtargetevidence',
  appeal: 'Zqxappealreason',
  fileName: 'Zqxattachmentname',
  file: 'Zqxattachmentcontent',
  note: 'Zqxmoderatornote',
  internal: 'Zqxinternalnote',
  opinion: 'Zqxfirstopinion',
  staffNote: 'Zqxstaffnotequote',
  phrase: 'Zqxphrase',
  reference: 'Zqxreference',
  mailError: 'Zqxmailservererror',
  cluster: 'Zqxclusterphrase',
}
const words = Object.values(word)
const hides = { start: 0, end: word.hidden.length, reason: 'contact' } as const

const app = await startTestApp()
let own: TestComment
let reply: TestComment
let seen = new Set<string>()
let key = ''
let staffCookie = ''
let moderatorCookie = ''

/** An archive as the texts that are in it. */
async function textOf(answer: Response): Promise<string> {
  if (answer.headers.get('content-type') !== 'application/zip') return answer.text()
  const files = Object.values(unzipSync(new Uint8Array(await answer.arrayBuffer())))
  return files.map((bytes) => new TextDecoder().decode(bytes)).join('\n')
}

/** The columns of one comment's rows as they stand, to show what is the same afterwards. */
const standing = (publicId: string) =>
  app.rows<Record<string, unknown>>(sql`
    SELECT c.public_id, c.measure_id, c.state, c.stance, c.participant_kind, c.created_at, c.submitted_at, c.decided_at,
      c.revision, k.disposition, k.disposition_version,
      (SELECT group_concat(decision || reason_id || decided_at) FROM moderation_decisions WHERE comment_id = c.id) AS decisions
    FROM comments c LEFT JOIN cases k ON k.comment_id = c.id WHERE c.public_id = ${publicId}`)

/** Every table of counts, row by row. */
async function countsNow(): Promise<Record<string, unknown[]>> {
  const tables = await app.rows<{ name: string }>(sql`
    SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%_counts' ORDER BY name`)
  const rows = await Promise.all(
    tables.map(({ name }) => app.rows(sql`SELECT * FROM ${sql.raw(name)} ORDER BY 1, 2, 3`)),
  )
  return Object.fromEntries(tables.map(({ name }, i) => [name, rows[i] ?? []]))
}
let stood: Record<string, unknown>[] = []
let counted: Record<string, unknown[]> = {}

beforeAll(async () => {
  ;({ key } = await makeConsultation(app))
  await makeReasons(app)
  const moderator = await makeUser(app, 'moderator')
  const senior = await makeUser(app, 'senior_moderator')
  const staff = await makeUser(app, 'staff')
  staffCookie = await signIn(app, staff)
  moderatorCookie = await signIn(app, moderator)
  const file = await keepFile(app.context(), { name: `${word.fileName}.pdf`, bytes: pdfOf(word.file) })
  own = await makeComment(app, {
    state: 'pending',
    body: `${word.first}，请明确认定口径。`,
    clause: '1.1.2',
    wording: { text: `${word.wording}300家。` },
    targets: [{ target: '1.1.2.1', opinion: 'too_high', evidence: word.evidence }],
    participant: { kind: 'individual', displayName: word.name, size: 'micro', city: '4401' } as never,
    consent: { publish: true, name: true },
    contact: `${word.contact}@example.test`,
    attachments: [file.id],
  })
  const edited = { ...own, body: `${word.second}，请明确认定口径。`, stance: 'suggest' as const }
  await resubmitComment(app.context(), edited)
  const said = { note: `${word.note}。`, internalNote: `${word.internal}。` }
  await decide(
    app,
    { publicId: own.publicId, revision: 2, decision: 'return', reason: 'unclear', ...said },
    moderator.actor,
  )
  await resubmitComment(app.context(), {
    ...edited,
    body: `${word.hidden}，${word.body}${word.cluster}，请明确认定口径。`,
  })
  await decide(
    app,
    { publicId: own.publicId, revision: 3, decision: 'reject', reason: 'off_topic', ...said },
    moderator.actor,
  )
  await fileAppeal(app.context(), { ...own, text: `${word.appeal}。` })
  await decide(
    app,
    { publicId: own.publicId, revision: 3, decision: 'restore', redactions: [hides], ...said },
    senior.actor,
  )
  await letTakeEffect(app)
  await writeNote(app.context(staff.actor), { comment: own.publicId, text: word.staffNote, mentions: [] })
  const id = sql`(SELECT id FROM comments WHERE public_id = ${own.publicId})`
  await app.db.run(sql`
    INSERT INTO review_opinions (id, comment_id, revision, review_kind, decision, reason_id, reason_version, note,
      internal_note, given_by, given_at)
    VALUES ('opinion', ${id}, 3, 'recheck', 'reject', 'off_topic', 1, ${word.opinion}, ${word.opinion}, ${moderator.actor.id}, 0)`)
  await app.db.run(sql`
    UPDATE outbox_messages SET given_up_at = 1, last_error = ${word.mailError} WHERE comment_id = ${id}`)
  await app.db.run(sql`
    INSERT INTO offline_records (comment_id, received_on, reference, entered_by, entered_at)
    VALUES (${id}, '2099-03-01', ${word.reference}, ${staff.actor.id}, 0)`)
  const book = await makeCodebook(app)
  const code = book.codes[0]?.id ?? 0
  await makeComment(app, { measure: '1.2', body: '同样建议明确认定口径。' })
  await makeRun(app, book.version, [
    { publicId: own.publicId, code, cluster: 1, phrase: word.phrase, score: 0.5 },
  ])
  await app.db.run(sql`
    UPDATE suggestion_runs SET clusters = json_set(clusters, '$[0].phrases', json_array('认定口径', ${word.cluster}))`)
  await app.db.run(sql`
    INSERT INTO dispositions (comment_id, version, comment_revision, disposition, reason, disposed_by, disposed_at)
    VALUES (${id}, 1, 3, 'partly', '已部分采纳。', ${staff.actor.id}, 0)`)
  await app.db.run(
    sql`UPDATE cases SET disposition = 'partly', disposition_version = 1 WHERE comment_id = ${id}`,
  )
  reply = await makeComment(app, { parentId: own.publicId, body: '同意，并且建议公布名单。' })
  await sealAuditLog(app.context())
  app.clock.advance(minute)
  seen = await findWords(app, words)
  stood = await standing(own.publicId)
  counted = await countsNow()
})

describe('before, a person’s words', () => {
  it('stand where they were put, so that their absence afterwards says something', () => {
    for (const column of [
      ...['comments.body', 'comments.participant_name', 'comment_revisions.body', 'comment_originals.body'],
      ...[
        'comment_contacts.value',
        'appeals.text',
        'moderation_decisions.note',
        'moderation_decisions.internal_note',
      ],
      ...['review_opinions.note', 'staff_notes.text', 'tag_suggestions.phrase', 'offline_records.reference'],
      ...[
        'outbox_messages.last_error',
        'attachments.file_name',
        'wordings.text',
        'similar_groups.normal_text',
      ],
      ...['comment_search_data.block', 'comment_search_content.c0', 'suggestion_runs.clusters'],
    ])
      expect(seen, column).toContain(column)
    expect([...seen].filter((name) => name.startsWith('bucket '))).toHaveLength(1)
  })

  it('are looked for in every column that can hold words: each is filled, erased by a list, or kept for a reason', async () => {
    const columns = (await listWordColumns(app)).map(({ table, column }) => `${table}.${column}`)
    expect(columns.length).toBeGreaterThan(250)
    expect(columns.filter((name) => !seen.has(name) && !isAccountedFor(name))).toEqual([])
  })
})

describe('an erasure', () => {
  let receipt: ReceiptView

  beforeAll(async () => {
    const { publicId, queryCode } = own
    receipt = await bodyOf<ReceiptView>(
      await app.post('/api/receipts/erase', { publicId, queryCode, confirm: true }),
    )
  })

  it('tells the author so, and leaves them nothing to do but to look', () => {
    expect(receipt).toMatchObject({
      body: erasedText,
      state: 'published',
      attachments: [],
      author: { name: null },
    })
    expect(receipt.erasedAt).toBe(app.clock.now().toISOString())
    expect([receipt.mayEdit, receipt.mayResubmit, receipt.mayWithdraw, receipt.mayAppeal]).toEqual(
      Array(4).fill(false),
    )
    expect(receipt.journey.at(-1)?.step).toBe('erased')
    expect(receipt.hidden).toEqual([])
  })

  it('leaves none of the words in any column of any table, nor in the search index, nor in the bucket', async () => {
    expect([...(await findWords(app, words))]).toEqual([])
    await runDailyWork(app.context())
    expect([...(await findWords(app, words))]).toEqual([])
  })

  it('leaves the machine’s clusters with the phrases that others have too', async () => {
    const [run] = await app.rows<{ clusters: string }>(sql`SELECT clusters FROM suggestion_runs`)
    expect(JSON.parse(run?.clusters ?? '')).toEqual([
      { number: 1, size: 2, phrases: ['认定口径'], examples: [] },
    ])
  })

  it('keeps number, place, kind, dates, states, decisions, disposition, and every count', async () => {
    expect(await standing(own.publicId)).toEqual(stood)
    const now = await countsNow()
    expect(Object.keys(now).length).toBeGreaterThan(10)
    expect(now).toEqual(counted)
  })

  it('shows none of the words on any page, in any list or file, and says what stood there', async () => {
    const paths = [
      ...['/measures/1.1', `/comments/${own.publicId}`, `/comments/${reply.publicId}`, '/search?q=口径'],
      ...['/api/measures/1.1/comments', `/api/comments/${own.publicId}`, '/api/search?q=zqxbodytextfield'],
      ...[`/api/open-data/${key}.zip`, '/feeds/measures/1.1.atom', '/moderation-log', '/api/moderation-log'],
    ]
    const office = ['/api/staff/exports/comments.csv', `/api/staff/cases/${own.publicId}`, '/api/staff/cases']
    const answers = await Promise.all([
      ...paths.map((path) => app.get(path)),
      ...office.map((path) => app.get(path, { as: staffCookie })),
      app.get('/api/moderation/decided', { as: moderatorCookie }),
      app.get('/api/staff/evidence.zip', { as: staffCookie }),
    ])
    const texts = await Promise.all(answers.map(textOf))
    for (const [i, text] of texts.entries())
      for (const each of words.filter((each) => each !== 'Zqxbodytextfield' || i !== 6))
        expect(text.toLowerCase(), `${[...paths, ...office][i]}`).not.toContain(each.toLowerCase())
    expect(texts[0]).toContain('〔提交人已删除这条意见的内容〕')
    expect(texts[1]).toContain('〔提交人已删除这条意见的内容〕')
    for (const i of [7, 11, 12, 14, 15]) expect(texts[i], String(i)).toContain(erasedText)
  })

  it('is an entry of the record of its own, and the record still holds', async () => {
    expect((await actionsOn(app, own.publicId)).at(-1)).toBe('comment.erased')
    app.clock.advance(hour)
    expect(await sealAuditLog(app.context())).toBeGreaterThan(0)
    const client = connect(app.url)
    expect((await verifyDatabase(client, null)).waiting).toBe(0)
    client.close()
  })

  it('cannot be undone: not by its author, and by nobody of the office', async () => {
    const body = { publicId: own.publicId, revision: 3, decision: 'reject', reason: 'off_topic' }
    const senior = await signIn(app, await makeUser(app, 'senior_moderator'))
    expect((await app.post('/api/moderation/decisions', body, { as: senior })).status).toBe(409)
    await expect(
      app.db.run(sql`UPDATE comments SET body = '又写了什么' WHERE public_id = ${own.publicId}`),
    ).rejects.toThrow()
  })
})
