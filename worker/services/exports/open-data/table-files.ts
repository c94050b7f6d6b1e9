import type { Cell, ExplainedColumn } from '../columns/column'
import { byteOrderMark, csvRow } from '../csv'
import type { FilledTable } from '../tables/table'
import { fieldName } from './open-tables'

const encoder = new TextEncoder()

/** For machines and for spreadsheets: names of the fields as header, guarded cells as in every CSV of the product. */
export async function* openCsv<Row>({ columns, rows }: FilledTable<Row>): AsyncGenerator<Uint8Array> {
  yield encoder.encode(byteOrderMark + csvRow(columns.map(({ key }) => fieldName(key))))
  for await (const page of rows) {
    if (page.length > 0)
      yield encoder.encode(page.map((row) => csvRow(columns.map((column) => openCell(column, row)))).join(''))
  }
}

/** One JSON object to a line, with every field, null where there is nothing. */
export async function* openJsonLines<Row>({ columns, rows }: FilledTable<Row>): AsyncGenerator<Uint8Array> {
  const names = columns.map(({ key }) => fieldName(key))
  for await (const page of rows) {
    if (page.length === 0) continue
    const lines = page.map((row) => {
      const object: Record<string, Cell> = {}
      for (const [i, column] of columns.entries()) object[names[i] ?? ''] = openCell(column, row)
      return `${JSON.stringify(object)}\n`
    })
    yield encoder.encode(lines.join(''))
  }
}

/** Times in UTC to the second, as Table Schema wants them. */
function openCell<Row>(column: ExplainedColumn<Row>, row: Row): Cell {
  const value = column.value(row)
  return column.type === 'datetime' && typeof value === 'string' ? `${value.slice(0, 19)}Z` : value
}
