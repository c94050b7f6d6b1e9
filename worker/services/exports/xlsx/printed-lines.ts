import { type SheetColumn, textWriter } from './cells'
import { linesOf } from './row-height'
import { sheetRange } from './sheet-range'

/** The lines of a table that is signed on paper, each across all its columns; asked for when they are written. */
export interface PrintedLines {
  /** The first is the title. */
  above(): string[]
  below(): string[]
}

const lineHeight = { title: 30, line: 18 }

/** Merged cells do not grow with their text: the height is reckoned from what fits beside each other. */
export function printedLine(
  text: string,
  row: number,
  columns: readonly SheetColumn<never>[],
  style: 'title' | 'line',
): string {
  const room = columns.reduce((sum, { width }) => sum + width, 0)
  const lines = linesOf(text, style === 'title' ? room / 1.5 : room)
  const cell = textWriter('A', style, null)(String(row), text)
  return `<row r="${row}" ht="${lines * lineHeight[style]}" customHeight="1">${cell}</row>`
}

/** Each line across all columns of the table. */
export function mergedLines(columns: number, above: number, lastRow: number, below: number): string {
  const rows = [
    ...Array.from({ length: above }, (_, i) => i + 1),
    ...Array.from({ length: below }, (_, i) => lastRow + 1 + i),
  ]
  const merged = rows.map((row) => `<mergeCell ref="${sheetRange(columns, row, row)}"/>`)
  return `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`
}
