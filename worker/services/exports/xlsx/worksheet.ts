import { cellWriter, type SheetColumn, textWriter } from './cells'
import { fittedSheet, pageSetup, pageXml } from './page-setup'
import { mergedLines, type PrintedLines, printedLine } from './printed-lines'
import type { RowCursor } from './row-cursor'
import { linesOf, rowHeight } from './row-height'
import type { SharedStrings } from './shared-strings'
import { columnLetters, sheetRange } from './sheet-range'

export interface SheetLimits {
  /** Below the header. */
  rows: number
  /** Of XML; a part may not pass 4 GiB. */
  bytes: number
}

export interface SheetExtent {
  /** The number of the row with the columns' titles. */
  headerRow: number
  /** The last row of the table. */
  lastRow: number
}

/** Of a batch of rows, in UTF-16 units; each takes three bytes at most. */
const batchLength = 131_072
const encoder = new TextEncoder()

/**
 * One worksheet's XML up to its limits or the end of the rows, in chunks that share one buffer. `printed` are the lines
 * above and below a table that is signed on paper.
 */
export async function* worksheet<Row>(
  columns: readonly SheetColumn<Row>[],
  rows: RowCursor<Row>,
  strings: SharedStrings,
  limits: SheetLimits,
  onEnd: (extent: SheetExtent) => void,
  printed?: PrintedLines,
): AsyncGenerator<Uint8Array> {
  const encode = openEncoder()
  let highest = 1
  const cells = columns.map((column, i) =>
    cellWriter(column, columnLetters(i), strings, (count) => {
      if (count > highest) highest = count
    }),
  )
  const lines = printed?.above() ?? []
  const headerRow = lines.length + 1
  let text = opening(columns, headerRow)
  for (const [i, line] of lines.entries())
    text += printedLine(line, i + 1, columns, i === 0 ? 'title' : 'line')
  text += header(columns, strings, headerRow, printed !== undefined)
  let number = headerRow
  let bytes = 0
  while (number - headerRow + 1 <= limits.rows && bytes < limits.bytes) {
    const row = rows.next()
    if (row === undefined) {
      if (await rows.hasMore()) continue
      break
    }
    number += 1
    const at = String(number)
    let written = ''
    highest = 1
    for (const cell of cells) written += cell(row, at)
    text += `<row r="${at}" ht="${rowHeight(highest)}">${written}</row>`
    if (text.length > batchLength) {
      const chunk = encode(text)
      bytes += chunk.length
      text = ''
      yield chunk
    }
  }
  onEnd({ headerRow, lastRow: number })
  const below = printed?.below() ?? []
  for (const [i, line] of below.entries()) text += printedLine(line, number + 1 + i, columns, 'line')
  text += `</sheetData><autoFilter ref="${sheetRange(columns.length, headerRow, number)}"/>`
  if (printed) text += mergedLines(columns.length, lines.length, number, below.length)
  text += pageXml(pageSetup(columns), { borders: printed !== undefined })
  yield encode(`${text}</worksheet>`)
}

/** Writes every text into the same buffer, with some room above what the longest so far may need. */
function openEncoder(): (text: string) => Uint8Array {
  let buffer = new Uint8Array(0)
  return (text) => {
    if (3 * text.length > buffer.length) buffer = new Uint8Array(4 * text.length)
    return buffer.subarray(0, encoder.encodeInto(text, buffer).written)
  }
}

function opening(columns: readonly SheetColumn<never>[], headerRow: number): string {
  const widths = columns.map(
    ({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  )
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `${fittedSheet}<sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>`
  )
}

function header(
  columns: readonly SheetColumn<never>[],
  strings: SharedStrings,
  row: number,
  isPrinted: boolean,
): string {
  const style = isPrinted ? 'printedHeader' : 'header'
  const cells = columns.map(({ title }, i) =>
    textWriter(columnLetters(i), style, strings)(String(row), title),
  )
  const lines = Math.max(...columns.map(({ title, width }) => linesOf(title, width)))
  return `<row r="${row}" ht="${rowHeight(lines)}">${cells.join('')}</row>`
}
