import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import { parseCsv } from 'hucre/csv'
import { beforeAll, describe, expect, it } from 'vitest'
import { words } from '../../web/locales'
import { exportColumns } from '../../worker/services/exports/columns'
import { needsGuard } from '../../worker/services/exports/csv'
import { publicColumnDenials } from '../../worker/services/exports/deny-list'
import { fieldName } from '../../worker/services/exports/open-data/open-tables'
import { errorOf } from '../support/answers'
import { minute } from '../support/clock'
import { decide, makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeResponse } from '../support/make-response'
import { disposeRow, makeRevision } from '../support/make-revision'
import { signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

interface Field {
  name: string
  type: string
  title: string
  description: string
}
interface Resource {
  profile: string
  name: string
  path: string
  bytes: number
  hash: string
  rows: number
  schema?: { fields: Field[]; primaryKey: string[] }
}
interface DataPackage {
  name: string
  created: string
  resources: Resource[]
}

const app = await startTestApp()
const { key } = await makeConsultation(app)
await makeReasons(app)
const path = `/api/open-data/${key}.zip`
const awkward = '=HYPERLINK("x")\n“二”，𠮷 👨‍👩‍👧'
const secret = '这一条不公开。'
let firm = ''

async function take(headers: Record<string, string> = {}) {
  const answer = await app.get(path, { headers })
  return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) }
}
async function open() {
  const { answer, bytes } = await take()
  expect(answer.status).toBe(200)
  const files = unzipSync(bytes)
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const lines = (name: string) =>
    text(`data/${name}.jsonl`)
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  return { answer, bytes, files, text, lines, about: JSON.parse(text('datapackage.json')) as DataPackage }
}
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

function expectSumsRight(files: Record<string, Uint8Array>) {
  const { SHA256SUMS, ...others } = files
  const sums = strFromU8(SHA256SUMS ?? new Uint8Array())
    .trimEnd()
    .split('\n')
    .map((line) => line.split('  '))
  expect(Object.fromEntries(sums.map(([sum, name]) => [name, sum]))).toEqual(
    Object.fromEntries(Object.entries(others).map(([name, bytes]) => [name, sha256(bytes)])),
  )
}

beforeAll(async () => {
  const targets = [{ target: '1.1.2.1', opinion: 'too_high' as const, value: 200 }]
  const participant = organisation(31)
  firm = (await makeComment(app, { clause: '1.1.2', participant, body: awkward, targets })).publicId
  await makeComment(app, { body: '914403009999031240', contact: '13800138000' })
  await makeComment(app, { state: 'private', body: secret })
  await makeComment(app, { state: 'pending', body: secret })
  await makeComment(app, { state: 'rejected', body: secret })
  await makeRevision(app, [{ act: 'amend', clause: '1.1.2', text: '力争新培育260家。', reason: '采纳建议' }])
  await disposeRow(app, firm, 'adopted')
  await makeResponse(app, { on: { of: 'comments', publicIds: [firm] }, text: '已采纳。', state: 'published' })
  await makeResponse(app, { on: { of: 'measure', key: '1.2' }, text: '尚未公开的答复。' })
})

describe('the archive', () => {
  it('has each table as CSV and as JSON Lines, described and with its hashes', async () => {
    const { answer, files, about } = await open()
    expect(answer.headers.get('content-type')).toBe('application/zip')
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${key}.zip"`)
    const tables = [
      'comments',
      'adoption',
      'counts',
      'targets',
      'similar_groups',
      'plan',
      'responses',
      'totals',
    ]
    expect(Object.keys(files)).toEqual([
      ...tables.flatMap((table) => [`data/${table}.csv`, `data/${table}.jsonl`]),
      'dictionary.csv',
      'README.md',
      'datapackage.json',
      'SHA256SUMS',
    ])
    expectSumsRight(files)
    for (const resource of about.resources) {
      const bytes = files[resource.path] ?? new Uint8Array()
      expect(resource).toMatchObject({ bytes: bytes.length, hash: `sha256:${sha256(bytes)}` })
      expect(resource.name).toMatch(/^[-a-z0-9._/]+$/)
    }
  })

  it('says of each field what the dictionary says, and of what type it is', async () => {
    const { text, lines, about } = await open()
    const tabular = about.resources.filter(({ schema }) => schema)
    expect(tabular).toHaveLength(8)
    for (const { path: file, schema, rows } of tabular) {
      const name = file.replace(/^data\/|\.csv$/g, '')
      const fields = schema?.fields ?? []
      const [header, ...cells] = parseCsv(text(file).replace(/^\uFEFF/, ''), { delimiter: ',' })
      expect(header).toEqual(fields.map((field) => field.name))
      expect(cells).toHaveLength(rows)
      const types = { string: 'string', integer: 'number', number: 'number', datetime: 'string' }
      for (const row of lines(name)) {
        expect(Object.keys(row)).toEqual(fields.map((field) => field.name))
        for (const { name: field, type } of fields)
          if (row[field] !== null) expect(typeof row[field]).toBe(types[type as keyof typeof types])
      }
      const keys = lines(name).map((row) => JSON.stringify(schema?.primaryKey.map((part) => row[part])))
      expect(new Set(keys).size).toBe(keys.length)
      for (const field of fields) expect(text('dictionary.csv')).toContain(field.description.split('\n')[0])
    }
  })

  it('has in both forms the same cells, whatever they hold', async () => {
    const { text, lines } = await open()
    const [header = [], ...rows] = parseCsv(text('data/comments.csv').replace(/^\uFEFF/, ''), {
      delimiter: ',',
    })
    const found = lines('comments')
    expect(found.map((row) => row.body)).toEqual([awkward, '914403009999031240'])
    for (const [i, row] of rows.entries())
      for (const [j, cell] of row.entries()) {
        const text = String(cell)
        const bare = text.startsWith("'") && needsGuard(text.slice(1)) ? text.slice(1) : text
        expect(bare).toBe(String(found[i]?.[String(header[j])] ?? ''))
      }
  })

  it('holds what is public and nothing else', async () => {
    const { files, lines } = await open()
    const everything = Object.values(files)
      .map((bytes) => strFromU8(bytes))
      .join('\n')
    for (const hidden of [secret, '13800138000', '朱建国', '王敏', '尚未公开的答复'])
      expect(everything).not.toContain(hidden)
    expect(lines('comments')).toHaveLength(2)
    expect(lines('comments')[0]).toMatchObject({
      public_id: firm,
      author: '第31精密制造有限公司',
      disposition: null,
      response_text: '已采纳。',
    })
    expect(lines('responses')).toEqual([
      expect.objectContaining({ measure_key: '1.1', answers: '意见', version: 1, text: '已采纳。' }),
    ])
    expect(lines('plan').filter((row) => row.revision === 2)).toEqual([
      expect.objectContaining({
        clause_key: '1.1.2',
        change: '修改',
        text: '力争新培育260家。',
        reason: '采纳建议',
      }),
    ])
    expect(lines('totals')).toEqual([])
  })

  it('tells nothing of a target that fewer than five have an opinion on', async () => {
    const { lines } = await open()
    const [target] = lines('targets')
    expect(target).toMatchObject({
      key: '1.1.2.1',
      opinions: null,
      too_high: null,
      median: null,
      suggested: null,
    })
    expect(target).not.toHaveProperty('lowest')
    expect(lines('comments')[0]).not.toHaveProperty('target_opinions')
  })

  it('has the staff’s columns less those on the deny-list, with the same cells', async () => {
    const { lines } = await open()
    const denied = Object.keys(publicColumnDenials.comments ?? {})
    const shared = exportColumns.filter(({ key: column }) => !denied.includes(column))
    expect(Object.keys(lines('comments')[0] ?? {})).toEqual(shared.map((column) => fieldName(column.key)))

    const as = await signInAs(app, 'staff')
    const staff = await app.get('/api/staff/exports/comments.csv?state=published', { as })
    const mine = await app.get('/api/staff/exports/comments.csv?audience=public', { as })
    const rowsOf = async (answer: Response) => {
      const [titles = [], ...rows] = parseCsv((await answer.text()).replace(/^\uFEFF/, ''), {
        delimiter: ',',
      })
      return rows.map((row) => Object.fromEntries(titles.map((title, i) => [String(title), row[i]])))
    }
    const ofPublic = await rowsOf(mine)
    const undisclosed = ['采纳情况', '采纳情况的理由', '转办单位', '修改的条款']
    for (const [i, row] of (await rowsOf(staff)).entries())
      for (const { zh } of shared.filter((column) => !undisclosed.includes(column.zh)))
        expect([zh, ofPublic[i]?.[zh]]).toEqual([zh, row[zh]])
  })

  it('tells of a group only what is public of it', async () => {
    const body = '建议对首台（套）重大技术装备给予保险补偿，并明确申报条件和兑现时限，尽快公布实施细则。'
    const groupOf = async (id: string) =>
      (await open()).lines('comments').find((row) => row.public_id === id)?.similar_group_id
    const first = await makeComment(app, { body })
    const waiting = await makeComment(app, { body, state: 'pending' })
    expect(await groupOf(first.publicId)).toBeNull()
    await decide(app, { publicId: waiting.publicId, revision: 1, decision: 'publish' })
    expect(await groupOf(first.publicId)).toEqual(expect.any(Number))
    expect(await groupOf(waiting.publicId)).toBe(await groupOf(first.publicId))
    await app.db.run(sql`
      UPDATE comments SET state = 'rejected' WHERE public_id IN (${first.publicId}, ${waiting.publicId})`)
  })

  it('is whole even if an answer to one of its comments is published while it is sent', async () => {
    const reply = await makeComment(app, { parentId: firm, state: 'pending' })
    const answer = await app.get(path)
    await decide(app, { publicId: reply.publicId, revision: 1, decision: 'publish' })
    expectSumsRight(unzipSync(new Uint8Array(await answer.arrayBuffer())))
    await app.db.run(sql`UPDATE comments SET state = 'rejected' WHERE public_id = ${reply.publicId}`)
  })

  it('shows dispositions and totals once the result is public', async () => {
    app.clock.advance(minute)
    await app.db.run(sql`
      INSERT INTO results (consultation_id, plan_revision, counts, undisposed_count, override_reason, published_by,
        published_at)
      SELECT id, 2, '{"received":5,"admissible":3,"undisposed":2,"states":{"published":2}}', 2, '先行公布',
        (SELECT id FROM users LIMIT 1), 1 FROM consultations WHERE is_current = 1`)
    await makeComment(app, { state: 'pending', body: secret })
    const { lines } = await open()
    expect(lines('comments')[0]).toMatchObject({ disposition: '采纳', disposition_reason: '意见合理。' })
    expect(lines('adoption').map((row) => row.disposition)).toEqual(['采纳', '尚未办理'])
    expect(lines('totals').slice(0, 2)).toEqual([
      { dimension: '全部', value: '收到', count: 5 },
      { dimension: '全部', value: '纳入办理', count: 3 },
    ])
  })
})

describe('the address', () => {
  it('gives the same bytes as long as nothing changes, whenever it is asked', async () => {
    const { bytes, answer } = await take()
    app.clock.advance(minute)
    await signInAs(app, 'staff')
    const again = await take()
    expect(Buffer.compare(bytes, again.bytes)).toBe(0)
    const tag = answer.headers.get('etag') ?? ''
    expect(again.answer.headers.get('etag')).toBe(tag)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
    const known = await app.app.request(path, { headers: { 'if-none-match': tag } })
    expect([known.status, await known.text()]).toEqual([304, ''])
    await makeComment(app)
    const changed = await take({ 'if-none-match': tag })
    expect(changed.answer.status).toBe(200)
    expect(changed.answer.headers.get('etag')).not.toBe(tag)
  })

  it('gives the same bytes whatever the office does that changes nothing public', async () => {
    const { bytes } = await take()
    const as = await signInAs(app, 'staff')
    app.clock.advance(minute)
    const note = { comment: firm, text: '请先看一下。', mentions: [] }
    expect((await app.post('/api/staff/notes', note, { as })).ok).toBe(true)
    expect(Buffer.compare(bytes, (await take()).bytes)).toBe(0)
  })

  it('is on record once for each state of the data', async () => {
    await makeComment(app)
    const before = await countRows(app)
    const { bytes } = await take()
    await take()
    expect((await countRows(app)).exports).toBe((before.exports ?? 0) + 1)
    expect((await countRows(app)).audit_log).toBe(before.audit_log)
    const [row] = await app.rows<Record<string, unknown>>(
      sql`SELECT * FROM exports ORDER BY rowid DESC LIMIT 1`,
    )
    expect(row).toMatchObject({
      kind: 'open-data.zip',
      audience: 'public',
      state: 'done',
      requested_by: null,
      byte_count: bytes.length,
      sha256: sha256(bytes),
    })
    const page = await (await app.get('/open-data')).text()
    expect(page).toContain(sha256(bytes))
  })

  it.each(['nothing.zip', 'plan-1', '..zip', 'Plan.zip'])('refuses %s', async (file) => {
    const { code } = await errorOf(await app.get(`/api/open-data/${file}`))
    expect(['not_found', 'invalid_input']).toContain(code)
  })

  it('refuses a source that takes it all the time, before anything is read', async () => {
    app.limits.allow('DOWNLOAD_LIMIT', 0)
    expect((await errorOf(await app.get(path))).code).toBe('rate_limited')
    app.limits.reset()
  })
})

describe('the page', () => {
  it('says in both languages what is in it and where it is', async () => {
    for (const language of ['zh', 'en'] as const) {
      const html = await (await app.get('/open-data', { headers: { 'accept-language': language } })).text()
      expect(html).toContain(words[language].openData.lead)
      expect(html).toContain(`href="${path}"`)
      for (const field of ['public_id', 'disposition_reason', 'suggested']) expect(html).toContain(field)
    }
    expect(await (await app.get('/')).text()).toContain('href="/open-data"')
  })
})
