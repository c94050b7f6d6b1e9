import { describe, expect, it } from 'vitest'
import type { ImportCheck, Imported, OfflineView } from '../../worker/contract/offline'
import { bodyOf, errorOf } from '../support/answers'
import { decide } from '../support/make-comment'
import { csvOf, fileOf, headings, xlsxOf } from '../support/make-offline'
import { signInAs } from '../support/make-user'
import { sha256, startOfflineDesk } from '../support/offline-desk'
import { countRows } from '../support/test-app'

const { app, desk, enter, checked, importFile, row, stored } = await startOfflineDesk()

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
    const overview = await bodyOf<OfflineView>(await app.get('/api/staff/offline', { as: desk.staff }))
    expect(overview.imports[0]).toMatchObject({ id, rows: 3, sha256: sha256(file) })
    const [meeting] = overview.channels.filter(({ channel }) => channel === 'meeting')
    expect(meeting).toMatchObject({ received: 1 })
    const [publicId] = receipts.map((each) => each.publicId)
    await decide(app, { publicId: publicId ?? '', revision: 1, decision: 'publish' })
    const [moved] = (
      await bodyOf<OfflineView>(await app.get('/api/staff/offline', { as: desk.staff }))
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
    const rows = [
      row({ 意见内容: `${text}谢谢！` }),
      row({ 意见内容: text }),
      row({ 意见内容: '请延长技术改造贴息的申报时间。' }),
      row({ 意见内容: '园区用电负荷不足，望增设变电站。' }),
    ]
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
