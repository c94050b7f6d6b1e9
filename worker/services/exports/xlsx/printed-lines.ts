import { type SheetColumn, textWriter } from './cells'
import { sheetRange } from './sheet-range'

/** The lines of a table that is laid out for paper, each across all its columns; asked for when they are written. */
export interface PrintedLines {
  /** The first is the title. */
  above(): string[]
  below(): string[]
}

export const printedStart = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'

/** A4, lying, as wide as the paper and as many pages long as it takes. */
const page =
  '<pageMargins left="0.6" right="0.6" top="0.8" bottom="0.8" header="0.3" footer="0.4"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
  '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>'

const lineHeight = { title: 30, line: 18 }

/** Merged cells do not grow with their text: the height is reckoned from what fits beside each other. */
export function printedLine(
  text: string,
  row: number,
  columns: readonly SheetColumn<never>[],
  style: 'title' | 'line',
): string {
  const room = columns.reduce((sum, { width }) => sum + width, 0)
  const lines = text
    .split('\n')
    .reduce(
      (sum, line) => sum + Math.max(1, Math.ceil((2 * line.length * (style === 'title' ? 1.5 : 1)) / room)),
      0,
    )
  const cell = textWriter('A', style, null)(String(row), text)
  return `<row r="${row}" ht="${lines * lineHeight[style]}" customHeight="1">${cell}</row>`
}

export function printedEnd(columns: number, above: number, lastRow: number, below: number): string {
  const rows = [
    ...Array.from({ length: above }, (_, i) => i + 1),
    ...Array.from({ length: below }, (_, i) => lastRow + 1 + i),
  ]
  const merged = rows.map((row) => `<mergeCell ref="${sheetRange(columns, row, row)}"/>`)
  return `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>${page}`
}
