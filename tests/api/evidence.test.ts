import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../worker/local/folders'
import { recomputePack } from '../../worker/local/recompute-pack'
import { sealAuditLog } from '../../worker/services/transparency/seal-audit-log'
import { day } from '../support/clock'
import { decide, makeComment, organisation, usccOf } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { offlineOpinion } from '../support/make-offline'
import { makeReasons } from '../support/make-reasons'
import { disposeRow, makeDraft, publishDraft } from '../support/make-revision'
import { signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
const folder = mkdtempSync(join(tmpdir(), 'yanlu-pack-'))
afterAll(() => rmSync(folder, { recursive: true }))
let staff = ''
let key = ''
let pack = new Uint8Array()
let personal: string[] = []

const take = async (path: string, as?: string) => {
  const answer = await app.get(path, as ? { as } : {})
  return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()), answer }
}

beforeAll(async () => {
  ;({ key } = await makeConsultation(app, { closesAt: new Date(app.clock.now().getTime() + day) }))
  await makeReasons(app)
  staff = await signInAs(app, 'staff')
  const admin = await signInAs(app, 'admin')
  const body = '建议把专精特新企业的认定标准向偏远地区适当倾斜，并且公布评分细则。'
  const shown = [
    await makeComment(app, { body, clause: '1.1.2' }),
    await makeComment(app, { body: `${body}谢谢。`, contact: '13800001234' }),
    await makeComment(app, {
      measure: '1.2',
      participant: organisation(7),
      clause: '1.2.1',
      stance: 'oppose',
    }),
    await makeComment(app, { measure: '2.1', participant: organisation(8, 'association') }),
  ]
  const hidden = await makeComment(app, { state: 'private', body: '内部经营数据，请勿公开。' })
  await makeComment(app, { state: 'rejected', body: '与本次征集无关的内容。' })
  await makeComment(app, { state: 'withdrawn' })
  const letter = await app.post(
    '/api/staff/offline',
    offlineOpinion(app.clock.now(), { channel: 'letter' }),
    { as: staff },
  )
  const { publicId } = (await letter.json()) as { publicId: string }
  await decide(app, { publicId, revision: 1, decision: 'publish' })
  await makeDraft(app, [
    { act: 'amend', clause: '1.1.2', text: '力争新培育专精特新中小企业360家。', reason: '采纳意见。' },
    { act: 'add', measure: '2.1', text: '公布工业上楼的标准。' },
  ])
  await publishDraft(app)
  const [change] = await app.rows<{ id: number }>(sql`SELECT min(id) AS id FROM clause_changes`)
  const ids = [...shown.map((each) => each.publicId), hidden.publicId, publicId]
  await disposeRow(app, ids[0] ?? '', 'not_adopted')
  app.clock.advance(1000)
  await disposeRow(app, ids[0] ?? '', 'adopted', [change?.id ?? 0])
  await disposeRow(app, ids[1] ?? '', 'partly', [change?.id ?? 0])
  await disposeRow(app, ids[2] ?? '', 'already_covered')
  await disposeRow(app, ids[3] ?? '', 'passed_on')
  await disposeRow(app, ids[4] ?? '', 'out_of_scope')
  await disposeRow(app, ids[5] ?? '', 'not_adopted')
  personal = ['13800001234', usccOf(7), usccOf(8), '内部经营数据', '与本次征集无关', '朱建国']
  app.clock.advance(2 * day)
  expect((await take(`/api/evidence/${key}.zip`)).status).toBe(404)
  const draft = await take('/api/staff/evidence.zip', staff)
  expect(draft.status).toBe(200)
  expect((await recomputePack(draft.bytes)).faults).toEqual([])
  const gate = (await (await app.get('/api/staff/gate', { as: admin })).json()) as {
    totals: { admissible: number; undisposed: number }
    mayPublish: boolean
  }
  const { admissible, undisposed } = gate.totals
  const override = gate.mayPublish ? {} : { overrideReason: '测试。' }
  const published = await app.post(
    '/api/staff/results',
    { admissible, undisposed, ...override },
    { as: admin },
  )
  expect(published.status).toBe(200)
  app.clock.advance(60_000)
  await sealAuditLog(app.context())
  const open = await take(`/api/evidence/${key}.zip`)
  expect(open.status).toBe(200)
  pack = open.bytes
})

describe('the evidence pack', () => {
  it('gives every public figure again from its rows alone', async () => {
    const found = await recomputePack(pack)
    expect(found).toMatchObject({ differences: [], faults: [] })
    expect(found.figures).toBeGreaterThan(60)
    expect(found.rows).toBe(8)
    expect(found.sealed).toBeGreaterThan(10)
  })

  it('is the same bytes for the same state of the record, for staff and for everybody', async () => {
    const again = await take(`/api/evidence/${key}.zip`)
    expect(Buffer.compare(again.bytes, pack)).toBe(0)
    const own = await take('/api/staff/evidence.zip', staff)
    expect(Buffer.compare(own.bytes, pack)).toBe(0)
    const tag = again.answer.headers.get('etag') ?? ''
    const spared = await app.app.request(`/api/evidence/${key}.zip`, { headers: { 'if-none-match': tag } })
    expect(spared.status).toBe(304)
  })

  it('holds nobody’s contact, code or full name, no text that is not public, and no name of the office', async () => {
    const people = await app.rows<{ name: string; email: string }>(sql`SELECT name, email FROM users`)
    const all = Object.values(unzipSync(pack))
      .map((bytes) => strFromU8(bytes))
      .join('\n')
    for (const word of [...personal, ...people.flatMap(({ name, email }) => [name, email])])
      expect(all, word).not.toContain(word)
    expect(all).toContain('朱**')
  })

  it('is not there under another name', async () => {
    expect((await take('/api/evidence/another.zip')).status).toBe(404)
  })
})

type Files = Record<string, Uint8Array>
type Row = Record<string, unknown>

const linesOf = (files: Files, path: string) =>
  strFromU8(files[path] ?? new Uint8Array())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row)
const setLines = (files: Files, path: string, rows: Row[]) => {
  files[path] = strToU8(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
}
const inLines = (path: string, change: (rows: Row[]) => Row[] | undefined) => (files: Files) => {
  const rows = linesOf(files, path)
  setLines(files, path, change(rows) ?? rows)
}
const inObject = (path: string, change: (object: never) => void) => (files: Files) => {
  const object = JSON.parse(strFromU8(files[path] ?? new Uint8Array())) as never
  change(object)
  files[path] = strToU8(JSON.stringify(object))
}
/** Changes files as somebody would who knows the form: with `sealedAnew` the manifest fits again. */
function tamper(change: (files: Files) => void, { sealedAnew }: { sealedAnew: boolean }): Uint8Array {
  const files: Files = { ...unzipSync(pack) }
  change(files)
  if (sealedAnew)
    inObject('manifest.json', (manifest: { files: Row[] }) => {
      manifest.files = manifest.files
        .filter(({ path }) => files[String(path)])
        .map((file) => {
          const bytes = files[String(file.path)] ?? new Uint8Array()
          return { ...file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
        })
    })(files)
  return zipSync(files)
}

const first = (rows: Row[], having: Row) =>
  rows.find((row) => Object.entries(having).every(([name, value]) => row[name] === value)) ?? {}

const tamperings: [string, (files: Files) => void][] = [
  ['a comment left out of the register', inLines('register.jsonl', (rows) => rows.slice(1))],
  [
    'a rejected comment left out of the register',
    inLines('register.jsonl', (rows) => rows.filter(({ state }) => state !== 'rejected')),
  ],
  [
    'a comment added to the register',
    inLines('register.jsonl', (rows) => [...rows, { ...rows[0], publicId: 'T001-AAAA-AAAA' }]),
  ],
  ['a comment twice in the register', inLines('register.jsonl', (rows) => [...rows, rows[0] ?? {}])],
  [
    'a state turned',
    inLines(
      'register.jsonl',
      (rows) => void Object.assign(first(rows, { state: 'rejected' }), { state: 'withdrawn' }),
    ),
  ],
  [
    'a comment moved to another measure',
    inLines(
      'register.jsonl',
      (rows) => void Object.assign(first(rows, { state: 'rejected' }), { measure: '2.1' }),
    ),
  ],
  [
    'a channel turned',
    inLines(
      'register.jsonl',
      (rows) => void Object.assign(first(rows, { channel: 'letter' }), { channel: 'online' }),
    ),
  ],
  [
    'a disposition turned in the register',
    inLines(
      'register.jsonl',
      (rows) => void Object.assign(first(rows, { disposition: 'out_of_scope' }), { disposition: 'adopted' }),
    ),
  ],
  ['a published comment left out', inLines('comments.jsonl', (rows) => rows.slice(1))],
  [
    'a published comment added',
    inLines('comments.jsonl', (rows) => [...rows, { ...rows[0], public_id: 'T001-AAAA-AAAA' }]),
  ],
  [
    'a stance turned',
    inLines('comments.jsonl', (rows) => void Object.assign(rows[0] ?? {}, { stance: '支持' })),
  ],
  [
    'a disposition shown otherwise',
    inLines('comments.jsonl', (rows) => void Object.assign(rows[0] ?? {}, { disposition: '未采纳' })),
  ],
  [
    'a reason reworded',
    inLines('dispositions.jsonl', (rows) => void Object.assign(rows[1] ?? {}, { reason: '另有理由。' })),
  ],
  [
    'the last version of a disposition taken away',
    inLines('dispositions.jsonl', (rows) => rows.filter((_, i) => i !== 1)),
  ],
  ['the first version of a disposition taken away', inLines('dispositions.jsonl', (rows) => rows.slice(1))],
  ['a decision taken away', inLines('decisions.jsonl', (rows) => rows.slice(1))],
  [
    'a decision’s reason turned',
    inLines(
      'decisions.jsonl',
      (rows) => void Object.assign(first(rows, { decision: 'reject' }), { reason: 'spam' }),
    ),
  ],
  [
    'a clause of the first text reworded',
    inObject(
      'plan.json',
      (plan: { clauses: { text: string }[] }) =>
        void Object.assign(plan.clauses[0] ?? {}, { text: '另一段文字。' }),
    ),
  ],
  [
    'a change reworded',
    inObject(
      'plan.json',
      (plan: { changes: { text: string }[] }) =>
        void Object.assign(plan.changes[0] ?? {}, { text: '另一段文字。' }),
    ),
  ],
  [
    'a revision reworded',
    inObject(
      'plan.json',
      (plan: { revisions: { clauses: { text: string }[] }[] }) =>
        void Object.assign(plan.revisions[1]?.clauses[0] ?? {}, { text: '另一段文字。' }),
    ),
  ],
  [
    'a total raised',
    inObject(
      'counts.json',
      (counts: { totals: { received: number } }) =>
        void Object.assign(counts.totals, { received: counts.totals.received + 1 }),
    ),
  ],
  [
    'a measure’s count moved',
    inObject(
      'counts.json',
      (counts: { measures: { dispositions: { adopted: number; not_adopted: number } }[] }) => {
        const made = counts.measures[0]?.dispositions
        if (made) Object.assign(made, { adopted: made.adopted + 1, not_adopted: made.not_adopted - 1 })
      },
    ),
  ],
  [
    'a month’s rejections lowered',
    inObject(
      'counts.json',
      (counts: { moderation: { rejected: number }[] }) =>
        void Object.assign(counts.moderation[0] ?? {}, { rejected: 0 }),
    ),
  ],
  [
    'the printed total raised',
    inObject(
      'counts.json',
      (counts: { printed: { totals: { admissible: number } } }) =>
        void Object.assign(counts.printed.totals, { admissible: counts.printed.totals.admissible + 1 }),
    ),
  ],
  [
    'a sealed entry reworded',
    inLines(
      'chain/entries.jsonl',
      (rows) => void Object.assign(rows[3] ?? {}, { entry: String(rows[3]?.entry).replace('"id"', '"Id"') }),
    ),
  ],
  [
    'a sealed entry taken away',
    inLines('chain/entries.jsonl', (rows) =>
      rows.filter((_, i) => i !== 3).map((row, index) => ({ ...row, index })),
    ),
  ],
  ['the chain cut short', inLines('chain/entries.jsonl', (rows) => rows.slice(0, -1))],
  [
    'a head altered',
    inLines('chain/heads.jsonl', (rows) => void Object.assign(rows[0] ?? {}, { root: 'a'.repeat(64) })),
  ],
]

describe('a pack with', () => {
  it.each(tamperings)('%s is found out by its contents', async (_, change) => {
    const { differences, faults } = await recomputePack(tamper(change, { sealedAnew: true }))
    expect(faults.filter((fault) => fault.includes('SHA-256'))).toEqual([])
    expect(differences.length + faults.length).toBeGreaterThan(0)
  })

  it.each(tamperings)('%s is found out by its hashes', async (_, change) => {
    const { faults } = await recomputePack(tamper(change, { sealedAnew: false }))
    expect(faults.some((fault) => fault.includes('SHA-256'))).toBe(true)
  })

  it('a comment taken out everywhere is found out by the sealed record', async () => {
    const { faults } = await recomputePack(
      tamper(
        (files) => {
          const gone = first(linesOf(files, 'register.jsonl'), { state: 'rejected' }).publicId
          for (const path of ['register.jsonl', 'decisions.jsonl'])
            inLines(path, (rows) => rows.filter(({ publicId }) => publicId !== gone))(files)
        },
        { sealedAnew: true },
      ),
    )
    expect(faults).toEqual([expect.stringContaining('已封存的意见不在登记册中')])
  })

  it('a file more, or one less, is found out', async () => {
    const more = await recomputePack(
      tamper((files) => void Object.assign(files, { 'more.txt': strToU8('x') }), { sealedAnew: false }),
    )
    expect(more.faults).toEqual([expect.stringContaining('more.txt')])
    const less = await recomputePack(
      tamper((files) => void delete files['reasons.json'], { sealedAnew: false }),
    )
    expect(less.faults).toEqual([expect.stringContaining('reasons.json')])
  })
})

describe('npm run recompute', () => {
  const run = (source: string) =>
    spawnSync(process.execPath, [join(root, 'worker/local/recompute.mjs'), source], { encoding: 'utf8' })

  it('ends well over a right pack, with its figures, and badly over any other', { timeout: 60_000 }, () => {
    const [right, wrong] = [join(folder, 'right.zip'), join(folder, 'wrong.zip')]
    writeFileSync(right, pack)
    const good = run(right)
    expect(good.stdout).toContain('全部相符')
    expect(good.status).toBe(0)
    writeFileSync(wrong, tamper(tamperings[20]?.[1] ?? (() => {}), { sealedAnew: true }))
    const bad = run(wrong)
    expect(bad.stdout).toContain('total.received')
    expect(bad.status).toBe(1)
    const none = run(join(folder, 'none.zip'))
    expect(none.status).toBe(1)
    expect(none.stderr).toContain('没有这个文件')
  })
})
