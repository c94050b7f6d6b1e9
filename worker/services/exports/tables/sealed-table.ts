import type { Cell } from '../columns/column'
import { openSha256 } from '../sha256'
import type { FilledTable } from './table'

/** What a table held once all its rows were used. */
export interface TableContent {
  name: string
  zh: string
  rows: number
  /** Of the canonical content: each row a JSON array of its cells in the order of the columns, a line feed behind each. */
  sha256: string
}

/** The same table, which tells what it held when its rows have all passed. */
export function sealed<Row>(
  table: FilledTable<Row>,
  onEnd: (content: TableContent) => void,
  used: (rows: Row[]) => void | Promise<void> = () => {},
): FilledTable<Row> {
  async function* rows() {
    const hash = openSha256()
    let count = 0
    for await (const page of table.rows) {
      hash.add(page.map((row) => canonical(table.columns.map((column) => column.value(row)))).join(''))
      count += page.length
      yield page
      await used(page)
    }
    onEnd({ name: table.name, zh: table.zh, rows: count, sha256: hash.end() })
  }
  return { ...table, rows: rows() }
}

export const canonical = (cells: readonly Cell[]): string => `${JSON.stringify(cells)}\n`
