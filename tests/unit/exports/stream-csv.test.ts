import { parseCsv } from 'hucre/csv'
import { describe, expect, it } from 'vitest'
import { byteStream } from '../../../worker/services/exports/byte-stream'
import { exportColumns } from '../../../worker/services/exports/columns'
import { streamDictionaryCsv } from '../../../worker/services/exports/dictionary'
import type { ExportRow } from '../../../worker/services/exports/export-row'
import { csvFile } from '../../../worker/services/exports/stream-csv'
import { commentsOf, exportRow, pagesOf, textOf } from './row'

const rowsOf = (csv: string) => parseCsv(csv.slice(1), { delimiter: ',' }).map((row) => row.map(String))
const streamCsv = (pages: AsyncIterable<ExportRow[]>) => byteStream(csvFile(commentsOf(pages)))
const titles = exportColumns.map((column) => column.zh)

describe('the CSV of comments', () => {
  it('opens with a byte order mark, ends every line with CRLF and has one line per row', async () => {
    const csv = await textOf(streamCsv(pagesOf([exportRow(), exportRow()], [], [exportRow()])))
    expect(csv.startsWith('\uFEFF意见编号,')).toBe(true)
    expect(csv.split('\r\n')).toHaveLength(5)
    expect(csv.endsWith('\r\n')).toBe(true)
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('has a header even when nothing was selected', async () => {
    expect(rowsOf(await textOf(streamCsv(pagesOf())))).toEqual([titles])
  })

  it('gives the words of the domain, Beijing time and blanks for what is missing', async () => {
    const [header = [], cells = []] = rowsOf(await textOf(streamCsv(pagesOf([exportRow()]))))
    const named = Object.fromEntries(header.map((title, i) => [title, cells[i]]))
    expect(named).toMatchObject({
      状态: '已公开',
      参与人类型: '企业',
      单位已核验: '否',
      同意公开姓名: '',
      同意公开意见: '是',
      态度: '部分支持',
      提交时间: '2021-03-19 09:12:05',
      审核时间: '2021-03-20 00:30:00',
      审核决定: '发布',
      联系方式: '',
    })
  })

  it('carries 5,000 characters, line breaks, emoji and characters beyond the BMP unchanged', async () => {
    const body = `一\n\n二，"三"\t👨‍👩‍👧𠮷${'字'.repeat(4990)}`
    const [, cells] = rowsOf(await textOf(streamCsv(pagesOf([exportRow({ body })]))))
    expect(cells?.[titles.indexOf('意见内容')]).toBe(body)
  })

  it('asks for a page only when its reader does, and closes the source on cancel', async () => {
    let asked = 0
    let isClosed = false
    async function* endless(): AsyncGenerator<ExportRow[]> {
      try {
        for (;;) {
          asked += 1
          yield [exportRow()]
        }
      } finally {
        isClosed = true
      }
    }
    const reader = streamCsv(endless()).getReader()
    expect(asked).toBe(0)
    await reader.read()
    await reader.read()
    await reader.read()
    expect(asked).toBe(2)
    await reader.cancel()
    expect(asked).toBe(2)
    expect(isClosed).toBe(true)
  })

  it('breaks off with the error of its source rather than ending as if complete', async () => {
    async function* failing(): AsyncGenerator<ExportRow[]> {
      yield [exportRow()]
      throw new Error('the database went away')
    }
    await expect(textOf(streamCsv(failing()))).rejects.toThrow('the database went away')
  })
})

describe('the data dictionary', () => {
  it('lists exactly the columns of the header, in the same order', async () => {
    const [header] = rowsOf(await textOf(streamCsv(pagesOf())))
    const [, ...listed] = rowsOf(await textOf(streamDictionaryCsv()))
    const own = listed.filter(([table]) => table === '意见明细')
    expect(own.map(([, , title]) => title)).toEqual(header)
    expect(own.map(([, number]) => number)).toEqual(header?.map((_, i) => String(i + 1)))
  })

  it('explains each column of each table in both languages, and says why some are not public', async () => {
    const [, ...listed] = rowsOf(await textOf(streamDictionaryCsv()))
    expect(new Set(listed.map(([table]) => table)).size).toBe(8)
    for (const cells of listed) {
      expect(cells).toHaveLength(10)
      expect(cells[6]).toMatch(/。$/)
      expect(cells[7]).toMatch(/^[A-Z].*\.$/)
      expect(cells[8] === '否').toBe(Boolean(cells[9]))
    }
  })

  it('covers every field of a row once', () => {
    expect(exportColumns.map((column) => column.key).sort()).toEqual(Object.keys(exportRow()).sort())
  })
})
