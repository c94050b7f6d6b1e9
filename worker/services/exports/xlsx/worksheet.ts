import { cellWriter, type SheetColumn, textWriter } from './cells'
import type { RowCursor } from './row-cursor'
import type { SharedStrings } from './shared-strings'

export interface SheetLimits {
  /** Below the header. */
  rows: number
  /** Of XML; a part may not pass 4 GiB. */
  bytes: number
}

/** Of a batch of rows, in UTF-16 units; each takes three bytes at most. */
const batchLength = 131_072
const encoder = new TextEncoder()

/** One worksheet's XML up to its limits or the end of the rows, in chunks that share one buffer; `onEnd` hears the last row's number. */
export async function* worksheet<Row>(
  columns: SheetColumn<Row>[],
  rows: RowCursor<Row>,
  strings: SharedStrings,
  limits: SheetLimits,
  onEnd: (lastRow: number) => void,
): AsyncGenerator<Uint8Array> {
  const encode = openEncoder()
  const cells = columns.map((column, i) => cellWriter(column, columnLetters(i), strings))
  let text = opening(columns) + headerRow(columns, strings)
  let number = 1
  let bytes = 0
  while (number <= limits.rows && bytes < limits.bytes) {
    const row = rows.next()
    if (row === undefined) {
      if (await rows.hasMore()) continue
      break
    }
    number += 1
    const at = String(number)
    text += `<row r="${at}">`
    for (const cell of cells) text += cell(row, at)
    text += '</row>'
    if (text.length > batchLength) {
      const chunk = encode(text)
      bytes += chunk.length
      text = ''
      yield chunk
    }
  }
  onEnd(number)
  yield encode(`${text}</sheetData><autoFilter ref="${sheetRange(columns.length, number)}"/></worksheet>`)
}

/** Writes every text into the same buffer, with some room above what the longest so far may need. */
function openEncoder(): (text: string) => Uint8Array {
  let buffer = new Uint8Array(0)
  return (text) => {
    if (3 * text.length > buffer.length) buffer = new Uint8Array(4 * text.length)
    return buffer.subarray(0, encoder.encodeInto(text, buffer).written)
  }
}

/** A1:AC120 */
export function sheetRange(columns: number, lastRow: number, dollar = ''): string {
  return `${dollar}A${dollar}1:${dollar}${columnLetters(columns - 1)}${dollar}${lastRow}`
}

function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}

function opening(columns: SheetColumn<never>[]): string {
  const widths = columns.map(
    ({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  )
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetViews><sheetView workbookViewId="0">' +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>`
  )
}

function headerRow(columns: SheetColumn<never>[], strings: SharedStrings): string {
  const cells = columns.map(({ title }, i) => textWriter(columnLetters(i), 'header', strings)('1', title))
  return `<row r="1">${cells.join('')}</row>`
}
