import type { ExportRow } from '../export-row'

interface Naming {
  key: keyof ExportRow
  zh: string
  en: string
  /** In characters of the default font. */
  width: number
  /** Holds few different values over many rows. */
  repeats?: boolean
}

/** `text` is never a formula, `datetime` is an ISO 8601 instant in UTC; null is a blank cell. */
type Content =
  | { type: 'text'; value: (row: ExportRow) => string | null }
  | { type: 'integer'; value: (row: ExportRow) => number | null }
  | { type: 'datetime'; value: (row: ExportRow) => string | null }

export type ListedColumn = Naming & Content
