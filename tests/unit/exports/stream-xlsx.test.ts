import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { exportColumns } from '../../../worker/services/exports/columns'
import type { ExportRow } from '../../../worker/services/exports/export-row'
import { streamXlsx } from './comments-xlsx'
import { bytesOf, exportRow, pagesOf } from './row'

const titles = exportColumns.map((column) => column.zh)
const bodyAt = titles.indexOf('意见内容')

async function workbookOf(pages: ExportRow[][], limits?: { rows: number; bytes: number }) {
  return readXlsx(await bytesOf(streamXlsx(pagesOf(...pages), limits)))
}

async function bodiesOf(bodies: string[]) {
  const { sheets } = await workbookOf([bodies.map((body) => exportRow({ body }))])
  return sheets[0]?.rows.slice(1).map((row) => row[bodyAt])
}

describe('the workbook of comments', () => {
  it('gives integers as numbers, times as dates in Beijing time, codes as text', async () => {
    const row = exportRow({ uscc: '914403009999031240', revision: 3 })
    const { sheets } = await workbookOf([[row]])
    const cells = sheets[0]?.rows[1] ?? []
    const cell = (title: string) => cells[titles.indexOf(title)]
    expect(cell('版本')).toBe(3)
    expect(cell('统一社会信用代码')).toBe('914403009999031240')
    expect(cell('措施编号')).toBe('7.1')
    expect(cell('提交时间')).toEqual(new Date('2021-03-19T09:12:05.000Z'))
    expect(cell('联系方式') ?? null).toBeNull()
    expect(cell('同意公开意见')).toBe('是')
  })

  it('writes no formula, whatever a text starts with', async () => {
    const bodies = ['=1+1', '@SUM(A1)', '+1', '-1', '＝1', '{=1}', '=cmd|"/c calc"!A0']
    const bytes = await bytesOf(streamXlsx(pagesOf(bodies.map((body) => exportRow({ body })))))
    const { sheets } = await readXlsx(bytes)
    expect(sheets[0]?.rows.slice(1).map((row) => row[bodyAt])).toEqual(bodies)
    for (const cell of sheets[0]?.cells?.values() ?? []) expect(cell.formula).toBeUndefined()
  })

  it('reads back as it was written, control characters and escapes included', async () => {
    const unit = fc.constantFrom(
      ...[
        '_',
        'x',
        '0',
        '4',
        '1',
        'D',
        '_x000D_',
        '_x0041',
        '&',
        '<',
        '>',
        '"',
        ']]>',
        '\0',
        '\u0001',
        '\u001F',
      ],
      ...['\r', '\n', '\t', ' ', '\u0085', '\uFFFE', '\uFEFF', '字', '𠮷', '👨‍👩‍👧'],
    )
    const text = fc.oneof(fc.string({ unit, minLength: 1 }), fc.string({ unit: 'binary', minLength: 1 }))
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 40 }), async (bodies) => {
        expect(await bodiesOf(bodies)).toEqual(bodies)
      }),
      { numRuns: 60 },
    )
  }, 30_000)

  it('replaces half a surrogate pair, which no file can hold', async () => {
    expect(await bodiesOf(['a\uD842b'])).toEqual(['a\uFFFDb'])
  })

  it('cuts what passes the limit of a cell and says so', async () => {
    const [whole, cut] = (await bodiesOf(['字'.repeat(32_767), '𠮷'.repeat(20_000)])) ?? []
    expect(whole).toBe('字'.repeat(32_767))
    expect(String(cut).length).toBeLessThanOrEqual(32_767)
    expect(cut).toMatch(/^(𠮷)+……（超过单元格上限，全文见 CSV 文件）$/u)
  })

  it('goes on with a further sheet past the row limit, in the middle of a page too', async () => {
    const rows = Array.from({ length: 7 }, (_, i) => exportRow({ revision: i + 1 }))
    const limits = { rows: 3, bytes: 2 ** 31 }
    const { sheets } = await workbookOf([rows.slice(0, 2), [], rows.slice(2)], limits)
    expect(sheets.map((sheet) => sheet.name)).toEqual(['意见明细', '意见明细（2）', '意见明细（3）'])
    const [first, second, third] = sheets
    expect([first, second, third].flatMap((sheet) => sheet?.rows.slice(1).map((row) => row[1]))).toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ])
    expect(second?.rows[0]).toEqual(titles)
  })

  it('begins no empty sheet when the rows end at the limit', async () => {
    const rows = Array.from({ length: 3 }, () => exportRow())
    const { sheets } = await workbookOf([rows], { rows: 3, bytes: 2 ** 31 })
    expect(sheets.map((sheet) => sheet.name)).toEqual(['意见明细'])
  })

  it('goes on with a further sheet when one grows past its bytes', async () => {
    const rows = Array.from({ length: 60 }, () => exportRow({ body: '字'.repeat(5000) }))
    const { sheets } = await workbookOf([rows], { rows: 1000, bytes: 100_000 })
    expect(sheets.length).toBeGreaterThan(1)
    expect(sheets.reduce((total, sheet) => total + sheet.rows.length - 1, 0)).toBe(60)
  })

  it('is a workbook even when nothing was selected', async () => {
    const { sheets } = await workbookOf([])
    expect(sheets[0]?.rows).toEqual([titles])
  })

  it('closes the source when its reader leaves', async () => {
    let asked = 0
    let isClosed = false
    async function* endless(): AsyncGenerator<ExportRow[]> {
      try {
        for (;;) {
          asked += 1
          yield Array.from({ length: 500 }, (_, i) => exportRow({ body: `第 ${asked} 页第 ${i} 条` }))
        }
      } finally {
        isClosed = true
      }
    }
    const reader = streamXlsx(endless()).getReader()
    for (let i = 0; i < 5; i += 1) await reader.read()
    const before = asked
    await reader.cancel()
    expect(isClosed).toBe(true)
    expect(asked).toBe(before)
  })

  it('breaks off with the error of its source', async () => {
    async function* failing(): AsyncGenerator<ExportRow[]> {
      yield [exportRow()]
      throw new Error('the database went away')
    }
    await expect(bytesOf(streamXlsx(failing()))).rejects.toThrow('the database went away')
  })
})
