import type { ExportAudience } from '../../../contract/words'
import type { ExplainedColumn, Meaning } from '../columns/column'
import { publicColumnDenials } from '../deny-list'

/** A table of an export: a sheet of the workbook, a file of the open data. */
export interface Table<Row> {
  /** Names its file: `comments`. */
  name: string
  zh: string
  en: string
  about: Meaning
  columns: readonly ExplainedColumn<Row>[]
}

/** A table with its rows, read only as they are asked for. */
export interface FilledTable<Row> extends Table<Row> {
  rows: AsyncIterable<Row[]>
}

/** The table as this audience gets it: the public's columns are the staff's less those on the deny-list. */
export function tableFor<Row>(audience: ExportAudience, table: Table<Row>): Table<Row> {
  if (audience === 'staff') return table
  const denied = publicColumnDenials[table.name] ?? {}
  return { ...table, columns: table.columns.filter(({ key }) => !(key in denied)) }
}
