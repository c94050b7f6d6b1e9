import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CommentReceipt } from '../../worker/contract/comments'
import type { ImportCheck, Imported, OfflineView } from '../../worker/contract/offline'
import { enterOpinion } from '../../worker/services/offline/enter-opinion'
import { importOpinions } from '../../worker/services/offline/import-opinions'
import type { FoundCell } from '../../worker/services/offline/read-table'
import { bodyOf, errorOf } from '../support/answers'
import { beforeBatch } from '../support/before-batch'
import { day } from '../support/clock'
import { decide } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { csvOf, fileOf, headings, offlineOpinion, offlineRow, openDay, xlsxOf } from '../support/make-offline'
import { makeReasons } from '../support/make-reasons'
import { makeUser, signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
let staff = ''
let closesAt = new Date(0)

beforeAll(async () => {
  ;({ closesAt } = await makeConsultation(app))
  await makeReasons(app)
  staff = await signInAs(app, 'staff')
})

const now = () => app.clock.now()
const enter = (change: Parameters<typeof offlineOpinion>[1] = {}) =>
  app.post('/api/staff/offline', offlineOpinion(now(), change), { as: staff })
const check = (content: Uint8Array | string) =>
  app.post('/api/staff/offline/check', fileOf(content), { as: staff })
const checked = async (content: Uint8Array | string) => bodyOf<ImportCheck>(await check(content))
const sha256 = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex')
const importFile = (content: Uint8Array | string, hash = sha256(content), as = staff) =>
  app.post('/api/staff/offline/import', { ...fileOf(content), sha256: hash }, { as })
const row = (change: Record<string, FoundCell> = {}) => offlineRow(now(), change)

const stored = async (publicId: string) =>
  (
    await app.rows<Record<string, unknown>>(sql`
      SELECT c.*, o.received_on, o.reference, o.import_id FROM comments c JOIN offline_records o ON o.comment_id = c.id
      WHERE c.public_id = ${publicId}`)
  )[0]

describe('an opinion entered by hand', () => {
  it('waits for moderation like any other, and its author can look it up', async () => {
    const answer = await enter({ channel: 'hotline', clause: '1.1.2', name: '李明' })
    expect(answer.status).toBe(201)
    const { publicId, queryCode } = await bodyOf<CommentReceipt>(answer)
    expect(await stored(publicId)).toMatchObject({
      state: 'pending',
      channel: 'hotline',
      received_on: openDay(now()),
      participant_name: '李明',
      is_name_public: 0,
      uscc: null,
      plan_revision: 1,
    })
    expect(
      (
        await app.rows(sql`
      SELECT 1 FROM reviews r JOIN comments c ON c.id = r.comment_id WHERE c.public_id = ${publicId}`)
      ).length,
    ).toBe(1)
    const receipt = await app.post('/api/receipts/lookup', { publicId, queryCode })
    expect(receipt.status).toBe(200)
    const [audit] = await app.rows<{ action: string; actor_kind: string; data: string }>(
      sql`SELECT action, actor_kind, data FROM audit_log WHERE subject_id = ${publicId}`,
    )
    expect(audit).toMatchObject({ action: 'comment.submitted', actor_kind: 'user' })
    expect(JSON.parse(audit?.data ?? '')).toMatchObject({ revision: 1, channel: 'hotline' })
  })

  it('of an organisation that stated no code shows none, and shares no history with others without one', async () => {
    const kind = { kind: 'enterprise' as const, name: '无名机械厂' }
    const first = await bodyOf<CommentReceipt>(await enter(kind))
    const second = await bodyOf<CommentReceipt>(await enter({ ...kind, name: '另一家机械厂' }))
    await decide(app, { publicId: first.publicId, revision: 1, decision: 'publish' })
    const [review] = await app.rows<{ id: number }>(sql`
      SELECT r.id FROM reviews r JOIN comments c ON c.id = r.comment_id WHERE c.public_id = ${second.publicId}`)
    const moderator = await signInAs(app, 'moderator')
    const view = await bodyOf<{ author: { uscc: string | null; published: number } }>(
      await app.get(`/api/moderation/reviews/${review?.id}`, { as: moderator }),
    )
    expect(view.author).toMatchObject({ uscc: null, published: 0 })
    const cased = await bodyOf<{ author: { uscc: string | null } }>(
      await app.get(`/api/staff/cases/${first.publicId}`, { as: staff }),
    )
    expect(cased.author.uscc).toBeNull()
  })

  it('is taken down once under its key, and has the same receipt however often it is sent', async () => {
    const opinion = { ...offlineOpinion(now()), key: '0123456789abcdef0123456789abcdef' }
    const save = (change: object = {}, as = staff) =>
      app.post('/api/staff/offline', { ...opinion, ...change }, { as })
    const other = await signInAs(app, 'staff')
    const before = (await countRows(app)).comments ?? 0
    const first = await Promise.all([save(), save(), save()])
    const receipts = await Promise.all([...first, await save()].map((each) => bodyOf<CommentReceipt>(each)))
    expect(new Set(receipts.map((each) => JSON.stringify(each))).size).toBe(1)
    const [{ publicId, queryCode } = { publicId: '', queryCode: '' }] = receipts
    expect((await app.post('/api/receipts/lookup', { publicId, queryCode })).status).toBe(200)
    expect((await countRows(app)).comments).toBe(before + 1)
    const changed = await save({ body: '又补充了一句。' })
    expect([changed.status, (await errorOf(changed)).code]).toEqual([409, 'entry_differs'])
    expect((await bodyOf<CommentReceipt>(await save({}, other))).publicId).not.toBe(publicId)
    expect((await save({ key: 'short' })).status).toBe(422)
    expect((await countRows(app)).comments).toBe(before + 2)
  })

  it.each([
    [{ receivedOn: '2099-12-31' }, 'receivedOn'],
    [{ receivedOn: '2020-01-01' }, 'receivedOn'],
    [{ measure: '9.9' }, 'measure'],
    [{ clause: '1.2.1' }, 'clause'],
    [{ kind: 'association' as const, name: '' }, 'name'],
    [{ uscc: '91440101MA0000013P' }, 'uscc'],
    [{ body: '' }, 'body'],
    [{ channel: 'online' as never }, 'channel'],
    [{ kind: 'enterprise' as const, name: '甲厂', consent: { publish: true, name: true } }, 'consent.name'],
  ])('is refused where it cannot be: %j', async (change, field) => {
    const before = await countRows(app)
    const answer = await enter(change)
    expect(answer.status).toBe(422)
    expect(Object.keys((await errorOf(answer)).fields ?? {})).toEqual([field])
    expect(await countRows(app)).toEqual(before)
  })
})

describe('a file of opinions', () => {
  it('is checked without a trace, then imported whole, and counted in its channel', async () => {
    const rows = [
      row({ 意见来源: '座谈会' }),
      row({ 意见来源: '来信', 参与人类型: '个人', 条款编号: '' }),
      row(),
    ]
    const file = await xlsxOf(rows)
    const before = await countRows(app)
    const view = await checked(file)
    expect(view).toMatchObject({ sha256: sha256(file), rows: 3, problems: [], importedAt: null })
    expect(view.channels).toMatchObject({ meeting: 1, letter: 1, hotline: 1 })
    expect(view.preview).toHaveLength(3)
    expect(await countRows(app)).toEqual(before)
    const answer = await importFile(file)
    expect(answer.status).toBe(201)
    const { id, receipts } = await bodyOf<Imported>(answer)
    expect(receipts.map((each) => each.row)).toEqual([2, 3, 4])
    for (const { publicId } of receipts)
      expect(await stored(publicId)).toMatchObject({ state: 'pending', import_id: id })
    const after = await countRows(app)
    expect((after.comments ?? 0) - (before.comments ?? 0)).toBe(3)
    expect((after.audit_log ?? 0) - (before.audit_log ?? 0)).toBe(4)
    const desk = await bodyOf<OfflineView>(await app.get('/api/staff/offline', { as: staff }))
    expect(desk.imports[0]).toMatchObject({ id, rows: 3, sha256: sha256(file) })
    const [meeting] = desk.channels.filter(({ channel }) => channel === 'meeting')
    expect(meeting).toMatchObject({ received: 1 })
    const [publicId] = receipts.map((each) => each.publicId)
    await decide(app, { publicId: publicId ?? '', revision: 1, decision: 'publish' })
    const [moved] = (
      await bodyOf<OfflineView>(await app.get('/api/staff/offline', { as: staff }))
    ).channels.filter(({ channel }) => channel === 'meeting')
    expect(moved?.states).toMatchObject({ pending: 0, published: 1 })
  })

  it('is taken in once: whoever imported it has the same receipts again, anybody else is refused', async () => {
    const file = csvOf([row(), headings.map(() => ''), row({ 来文编号: '' })])
    const first = await bodyOf<Imported>(await importFile(file))
    expect(first.receipts.map((each) => each.row)).toEqual([2, 4])
    expect(await checked(file)).toMatchObject({ importedAt: expect.any(String), isImportedByMe: true })
    const other = await signInAs(app, 'staff')
    const before = await countRows(app)
    expect(await bodyOf<Imported>(await importFile(file))).toEqual(first)
    for (const { publicId, queryCode } of first.receipts)
      expect((await app.post('/api/receipts/lookup', { publicId, queryCode })).status).toBe(200)
    expect((await errorOf(await importFile(file, sha256(file), other))).code).toBe('already_imported')
    const seen = await app.post('/api/staff/offline/check', fileOf(file), { as: other })
    expect(await bodyOf<ImportCheck>(seen)).toMatchObject({ isImportedByMe: false })
    expect(await countRows(app)).toEqual(before)
  })

  it('comes in once where it is sent several times at the same moment', async () => {
    const file = csvOf([row(), row()])
    const other = await signInAs(app, 'staff')
    const before = await countRows(app)
    const answers = await Promise.all([importFile(file), importFile(file), importFile(file)])
    const receipts = await Promise.all(answers.map((answer) => bodyOf<Imported>(answer)))
    expect(new Set(receipts.map((each) => JSON.stringify(each))).size).toBe(1)
    expect((await importFile(file, sha256(file), other)).status).toBe(409)
    expect(((await countRows(app)).comments ?? 0) - (before.comments ?? 0)).toBe(2)
  })

  it('is refused where it is not the one that was checked', async () => {
    const answer = await importFile(csvOf([row()]), 'a'.repeat(64))
    expect((await errorOf(answer)).code).toBe('file_differs')
  })

  it('imports nothing where one row of many is wrong', async () => {
    const file = csvOf([row(), row({ 态度: '不知道' }), row()])
    const before = await countRows(app)
    expect((await errorOf(await importFile(file))).code).toBe('rows_have_errors')
    expect(await countRows(app)).toEqual(before)
  })

  it('puts texts that are alike into one group, with those that came in before', async () => {
    const text = '建议对首台（套）重大技术装备给予保险补偿，并明确申报条件和兑现时限。'
    await enter({ body: text })
    const rows = [row({ 意见内容: `${text}谢谢！` }), row({ 意见内容: text }), row(), row()]
    const { receipts } = await bodyOf<Imported>(await importFile(csvOf(rows)))
    const groups = await Promise.all(
      receipts.map(async ({ publicId }) => (await stored(publicId))?.similar_group_id),
    )
    expect(groups[0]).toBe(groups[1])
    expect(new Set(groups).size).toBe(3)
    const alike = '另一段互相相似的文字，数据库里原先没有，只在同一份文件里出现两次，措辞略有不同。'
    const both = await bodyOf<Imported>(
      await importFile(csvOf([row({ 意见内容: alike }), row({ 意见内容: `${alike}完` })])),
    )
    const [a, b] = await Promise.all(both.receipts.map(async ({ publicId }) => stored(publicId)))
    expect(a?.similar_group_id).toBe(b?.similar_group_id)
    expect(b?.similarity).toBeLessThan(1)
  })
})

describe('a row', () => {
  const wrong: [string, Record<string, FoundCell>, string][] = [
    ['no day', { 收到日期: '' }, 'A'],
    ['a day that is none', { 收到日期: '2099-02-30' }, 'A'],
    ['words for a day', { 收到日期: '上周三' }, 'A'],
    ['a day to come', { 收到日期: '2199-01-01' }, 'A'],
    ['a day before the opening', { 收到日期: '2001-01-01' }, 'A'],
    ['another channel', { 意见来源: '微信' }, 'B'],
    ['the channel of the site', { 意见来源: '网上提交' }, 'B'],
    ['a reference too long', { 来文编号: '字'.repeat(61) }, 'C'],
    ['no measure', { 措施编号: '' }, 'D'],
    ['an unknown measure', { 措施编号: '8.8', 条款编号: '' }, 'D'],
    ['a clause of another measure', { 条款编号: '1.2.1' }, 'E'],
    ['a clause that a spreadsheet made a day', { 条款编号: '2001/1/2' }, 'E'],
    ['another kind', { 参与人类型: '公司' }, 'F'],
    ['an organisation without a name', { 姓名或单位名称: '' }, 'G'],
    ['a malformed code', { 统一社会信用代码: '123' }, 'H'],
    ['a code with a wrong check digit', { 统一社会信用代码: '91440101MA0000011X' }, 'H'],
    ['a code of an individual', { 参与人类型: '个人', 统一社会信用代码: '91350100M000100Y43' }, 'H'],
    ['no stance', { 态度: null }, 'I'],
    ['no text', { 意见内容: ' \n ' }, 'J'],
    ['a text too long', { 意见内容: '长'.repeat(5001) }, 'J'],
    ['no word on publication', { 同意公开意见: '' }, 'K'],
    ['a maybe', { 同意公开意见: '可能' }, 'K'],
    ['an organisation’s consent to be named', { 同意公开姓名: '是' }, 'L'],
  ]
  it.each(wrong)(
    'with %s is named by its number and column, in both languages',
    async (_, change, column) => {
      const { problems, preview } = await checked(csvOf([row(), row(change)]))
      expect(problems.map((each) => [each.row, each.column])).toEqual([[3, column]])
      expect(problems[0]?.header).toBe(headings['ABCDEFGHIJKL'.indexOf(column)])
      expect(problems[0]?.sentence.zh).toMatch(/。$/)
      expect(problems[0]?.sentence.en).toMatch(/^[A-Z].*\.$/)
      expect(preview).toHaveLength(1)
    },
  )

  const right: [string, Record<string, FoundCell>][] = [
    ['full-width digits', { 措施编号: '１．１', 条款编号: '１.１.２' }],
    ['a day with slashes', { 收到日期: '__slashed' }],
    ['a day in Chinese', { 收到日期: '__chinese' }],
    ['a day as a spreadsheet’s number', { 收到日期: '__serial' }],
    ['English words', { 意见来源: 'Letter', 态度: 'Support', 同意公开意见: 'yes' }],
    ['a text that begins with =', { 意见内容: '=1+1 应改为 2' }],
    ['a number for a name', { 姓名或单位名称: 110 }],
  ]
  it.each(right)('with %s is right', async (_, change) => {
    const shown = openDay(now())
    const [y = '', m = '', d = ''] = shown.split('-')
    const days: Record<string, FoundCell> = {
      __slashed: `${y}/${Number(m)}/${Number(d)}`,
      __chinese: `${y}年${Number(m)}月${Number(d)}日`,
      __serial: Date.parse(`${shown}T00:00:00Z`) / 86_400_000 + 25_569,
    }
    const given = row({
      ...change,
      ...(days[String(change.收到日期)] !== undefined && { 收到日期: days[String(change.收到日期)] ?? null }),
    })
    for (const file of [csvOf([given]), await xlsxOf([given])]) {
      const view = await checked(file)
      expect(view.problems).toEqual([])
      expect(view.preview[0]).toMatchObject({ receivedOn: shown, place: '1.1.2' })
    }
  })

  it('with a formula or an error value is refused at that cell', async () => {
    const cells = new Map([
      ['1,9', { value: '甲乙', type: 'formula' as const, formula: 'A1&"x"', formulaResult: '甲乙' }],
      ['2,6', { value: '#N/A', type: 'error' as const }],
    ])
    const { problems } = await checked(await xlsxOf([row(), row()], { cells }))
    expect(problems.map((each) => [each.row, each.column])).toEqual([
      [2, 'J'],
      [3, 'G'],
    ])
    expect(problems[0]?.sentence.zh).toContain('公式')
  })

  it('with a real date cell is read as that day', async () => {
    const given = row({ 收到日期: new Date(`${openDay(now())}T00:00:00Z`) })
    const file = await xlsxOf([given], { columns: [{ numFmt: 'yyyy-mm-dd' }] })
    expect((await checked(file)).preview[0]?.receivedOn).toBe(openDay(now()))
  })

  it('that is blank counts for nothing, and the numbers stay those of the spreadsheet', async () => {
    const { rows, problems } = await checked(csvOf([row(), headings.map(() => ''), row({ 态度: '？' })]))
    expect(rows).toBe(2)
    expect(problems.map((each) => each.row)).toEqual([4])
  })
})

describe('the form of a file', () => {
  it('may be GB 18030, UTF-16 or UTF-8 without a mark, with columns in another order', async () => {
    const given = row()
    const plain = csvOf([given]).slice(1)
    const utf16 = Buffer.from(`\uFEFF${plain}`, 'utf16le')
    const turned = csvOf([[...given].reverse()], [...headings].reverse())
    // “意见” and the like in GBK, by hand: Node cannot write it.
    const gbk = Buffer.from('cad5b5bdc8d5c6da', 'hex')
    for (const file of [plain, utf16, turned]) expect((await checked(file)).problems).toEqual([])
    const { problems } = await checked(Buffer.concat([gbk, Buffer.from(',x\r\n1,2\r\n')]))
    expect(problems.some(({ header }) => header === '收到日期')).toBe(false)
    expect(problems.some(({ header }) => header === '意见来源')).toBe(true)
  })

  it.each([
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '旧版'],
    ['a damaged workbook', Buffer.from('504b0304deadbeef', 'hex'), '无法读取'],
    ['bytes of no encoding', Buffer.from('fffffffe80', 'hex'), '编码'],
    ['zero bytes', Buffer.from('0001020300', 'hex'), '无法读取'],
    ['headings alone', csvOf([]), '没有意见'],
  ])('is refused with a sentence: %s', async (_, file, words) => {
    const { problems } = await checked(file)
    expect(problems.map(({ sentence }) => sentence.zh).join()).toContain(words)
    expect((await errorOf(await importFile(file))).code).toBe('rows_have_errors')
  })

  it('is told which headings are missing, unknown or double', async () => {
    const header = headings.map((name) =>
      name === '态度' ? '看法' : name === '来文编号' ? '收到日期' : name,
    )
    const { problems } = await checked(csvOf([row()], header))
    expect(problems.map((each) => [each.column, each.header, each.found])).toEqual([
      ['C', '收到日期', '收到日期'],
      ['I', null, '看法'],
      [null, '态度', null],
    ])
  })

  it('has the headings of the template, whose lists hold what is taken', async () => {
    const csv = Buffer.from(
      await (await app.get('/api/staff/offline/template.csv', { as: staff })).arrayBuffer(),
    )
    expect(parseCsv(csv.toString('utf8').trim())[0]?.map((name) => String(name).replace('*', ''))).toEqual(
      headings,
    )
    const bytes = await (await app.get('/api/staff/offline/template.xlsx', { as: staff })).arrayBuffer()
    const { sheets } = await readXlsx(new Uint8Array(bytes))
    expect(sheets.map(({ name }) => name)).toEqual(['意见', '填写说明'])
    expect(sheets[0]?.dataValidations).toHaveLength(5)
    const filled = await xlsxOf([row()], { rows: [sheets[0]?.rows[0] ?? [], row()] })
    expect((await checked(filled)).problems).toEqual([])
  })
})

describe('a large file', () => {
  it('of 2,000 rows is imported whole, in one batch', { timeout: 60_000 }, async () => {
    const file = await xlsxOf(Array.from({ length: 2000 }, (_, i) => row({ 意见内容: textOf(i) })))
    const started = performance.now()
    expect((await checked(file)).rows).toBe(2000)
    const between = performance.now()
    const { receipts } = await bodyOf<Imported>(await importFile(file))
    const ended = performance.now()
    expect(receipts).toHaveLength(2000)
    expect(new Set(receipts.map(({ publicId }) => publicId)).size).toBe(2000)
    const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`
    console.log(`2,000 rows: checked in ${seconds(started, between)}, imported in ${seconds(between, ended)}`)
  })

  it('of 2,001 rows is refused', async () => {
    const { problems } = await checked(csvOf(Array.from({ length: 2001 }, () => row())))
    expect(problems[0]?.sentence.zh).toContain('2000')
  })
})

/** Texts of some 200 characters that are like no other. */
function textOf(i: number): string {
  const words = [
    '企业',
    '补贴',
    '融资',
    '土地',
    '用能',
    '人才',
    '标准',
    '设备',
    '园区',
    '市场',
    '出口',
    '税费',
  ]
  return Array.from(
    { length: 50 },
    (_, k) => `${words[(i * 7 + k * k * 13 + (i >> (k % 9))) % 12]}${(i * 31 + k * 17) % 97}`,
  ).join('')
}

describe('after the closing', () => {
  it('opinions that came in time are still taken down, later ones are not', async () => {
    app.clock.advance(closesAt.getTime() - now().getTime() + 2 * day)
    const lastDay = new Date(closesAt.getTime() + 8 * 3_600_000 - 1).toISOString().slice(0, 10)
    staff = await signInAs(app, 'staff')
    expect((await enter({ receivedOn: lastDay })).status).toBe(201)
    const late = await enter({ receivedOn: openDay(now(), 1) })
    expect((await errorOf(late)).fields).toHaveProperty('receivedOn')
  })

  it('nothing is taken down where the result becomes public while it is being written', async () => {
    const day = new Date(closesAt.getTime() + 8 * 3_600_000 - 1).toISOString().slice(0, 10)
    const { actor } = await makeUser(app, 'staff')
    const setResult = (at: number | null) =>
      app.db.run(sql`UPDATE consultations SET result_at = ${at} WHERE is_current = 1`)
    const before = await countRows(app)
    const opinion = offlineOpinion(now(), { receivedOn: day })
    for (const batch of [1, 2, 3]) {
      const context = beforeBatch(app.context(actor), batch, () => setResult(now().getTime()))
      await expect(enterOpinion(context, opinion)).rejects.toThrow('already_published')
      await setResult(null)
    }
    const file = csvOf([row({ 收到日期: day }), row({ 收到日期: day })])
    const context = beforeBatch(app.context(actor), 4, () => setResult(now().getTime()))
    const sent = { ...fileOf(file), sha256: sha256(file) }
    await expect(importOpinions(context, sent)).rejects.toThrow('already_published')
    expect(await countRows(app)).toEqual(before)
    await setResult(null)
  })

  it('nothing is taken down once the result is public', async () => {
    await app.db.run(sql`UPDATE consultations SET result_at = ${now().getTime()} WHERE is_current = 1`)
    const lastDay = new Date(closesAt.getTime() + 8 * 3_600_000 - 1).toISOString().slice(0, 10)
    expect((await errorOf(await enter({ receivedOn: lastDay }))).code).toBe('already_published')
    expect((await errorOf(await check(csvOf([row()])))).code).toBe('already_published')
  })
})
