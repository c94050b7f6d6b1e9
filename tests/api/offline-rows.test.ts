import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import type { FoundCell } from '../../worker/services/offline/read-table'
import { errorOf } from '../support/answers'
import { csvOf, headings, openDay, xlsxOf } from '../support/make-offline'
import { startOfflineDesk } from '../support/offline-desk'
import { target } from '../support/revised-plan'

const { app, desk, now, checked, importFile, row } = await startOfflineDesk()

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
    ['a wording without a clause', { 条款编号: '', 建议条款改为: '改为二百家。' }, 'K'],
    ['the wording of the clause itself', { 建议条款改为: ` ${target} ` }, 'K'],
    ['a wording too long', { 建议条款改为: '长'.repeat(1001) }, 'K'],
    ['no word on publication', { 同意公开意见: '' }, 'L'],
    ['a maybe', { 同意公开意见: '可能' }, 'L'],
    ['an organisation’s consent to be named', { 同意公开姓名: '是' }, 'M'],
  ]
  it.each(wrong)(
    'with %s is named by its number and column, in both languages',
    async (_, change, column) => {
      const { problems, preview } = await checked(csvOf([row(), row(change)]))
      expect(problems.map((each) => [each.row, each.column])).toEqual([[3, column]])
      expect(problems[0]?.header).toBe(headings['ABCDEFGHIJKLM'.indexOf(column)])
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
      await (await app.get('/api/staff/offline/template.csv', { as: desk.staff })).arrayBuffer(),
    )
    expect(parseCsv(csv.toString('utf8').trim())[0]?.map((name) => String(name).replace('*', ''))).toEqual(
      headings,
    )
    const bytes = await (await app.get('/api/staff/offline/template.xlsx', { as: desk.staff })).arrayBuffer()
    const { sheets } = await readXlsx(new Uint8Array(bytes))
    expect(sheets.map(({ name }) => name)).toEqual(['意见', '填写说明'])
    expect(sheets[0]?.dataValidations).toHaveLength(5)
    const filled = await xlsxOf([row()], { rows: [sheets[0]?.rows[0] ?? [], row()] })
    expect((await checked(filled)).problems).toEqual([])
  })
})
