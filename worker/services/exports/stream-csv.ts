import { beijingTimestamp } from '../../contract/beijing-time'
import type { Cell, ExplainedColumn } from './columns/column'
import { byteOrderMark, csvRow } from './csv'
import type { FilledTable } from './tables/table'

const encoder = new TextEncoder()

/** UTF-8 with byte order mark, CRLF, times as `2021-03-19 09:12:05` in Beijing; holds one page of rows at a time. */
export async function* csvFile<Row>({ columns, rows }: FilledTable<Row>): AsyncGenerator<Uint8Array> {
  yield encoder.encode(byteOrderMark + csvRow(columns.map((column) => column.zh)))
  for await (const page of rows) {
    if (page.length > 0)
      yield encoder.encode(
        page.map((row) => csvRow(columns.map((column) => localCell(column, row)))).join(''),
      )
  }
}

function localCell<Row>(column: ExplainedColumn<Row>, row: Row): Cell {
  if (column.type !== 'datetime') return column.value(row)
  const instant = column.value(row)
  return instant && beijingTimestamp(instant)
}
