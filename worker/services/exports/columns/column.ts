import type { ExportRow } from '../export-row'

export interface Meaning {
  zh: string
  en: string
}

interface Naming<Row> {
  key: keyof Row & string
  zh: string
  en: string
  /** In characters of the default font. */
  width: number
  /** Holds few different values over many rows. */
  repeats?: boolean
}

/** `text` is never a formula, `datetime` is an ISO 8601 instant in UTC; null is a blank cell. */
type Content<Row> =
  | { type: 'text' | 'datetime'; value: (row: Row) => string | null }
  | { type: 'integer' | 'number'; value: (row: Row) => number | null }

export type ColumnOf<Row> = Naming<Row> & Content<Row>
export type ListedColumn = ColumnOf<ExportRow>

/** A column with what it means, for the data dictionary. */
export type ExplainedColumn<Row> = ColumnOf<Row> & { meaning: Meaning }

export type Cell = string | number | null

/** A column that shows a field of its row as it stands. */
export function plainColumn<Row>(
  key: keyof Row & string,
  type: ColumnOf<Row>['type'],
  [zh, en]: readonly [zh: string, en: string],
  width: number,
  meaning: Meaning,
  options: { repeats?: boolean } = {},
): ExplainedColumn<Row> {
  return {
    key,
    type,
    zh,
    en,
    width,
    meaning,
    ...options,
    value: (row: Row) => row[key],
  } as ExplainedColumn<Row>
}
