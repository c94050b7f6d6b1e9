import { beijingSerial } from '../beijing-time'
import type { RowCursor } from './row-cursor'
import type { SharedStrings } from './shared-strings'
import { type CellStyle, cellStyles } from './styles'
import { fitCell, xmlSpace, xmlText } from './xml-text'

export interface SheetColumn<Row> {
  title: string
  width: number
  style: Exclude<CellStyle, 'header'>
  /** Write its texts once for all cells. */
  repeats?: boolean
  value: (row: Row) => string | number | null
}

export interface SheetLimits {
  /** Below the header. */
  rows: number
  /** Of XML; a part may not pass 4 GiB. */
  bytes: number
}

const chunkLength = 65_536
const encoder = new TextEncoder()

/** One worksheet's XML in pieces, up to its limits or the end of the rows; `onEnd` hears the last row's number. */
export async function* worksheet<Row>(
  columns: SheetColumn<Row>[],
  rows: RowCursor<Row>,
  strings: SharedStrings,
  limits: SheetLimits,
  onEnd: (lastRow: number) => void,
): AsyncGenerator<Uint8Array> {
  const letters = columns.map((_, i) => columnLetters(i))
  let text = opening(columns) + headerRow(columns, letters, strings)
  let number = 1
  let bytes = 0
  while (number <= limits.rows && bytes < limits.bytes) {
    const row = rows.next()
    if (row === undefined) {
      if (await rows.hasMore()) continue
      break
    }
    number += 1
    text += rowXml(columns, letters, row, number, strings)
    if (text.length > chunkLength) {
      const chunk = encoder.encode(text)
      bytes += chunk.length
      text = ''
      yield chunk
    }
  }
  onEnd(number)
  yield encoder.encode(
    `${text}</sheetData><autoFilter ref="${sheetRange(columns.length, number)}"/></worksheet>`,
  )
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

function headerRow(columns: SheetColumn<never>[], letters: string[], strings: SharedStrings): string {
  const cells = columns.map(({ title }, i) => textCell(`${letters[i]}1`, cellStyles.header, title, strings))
  return `<row r="1">${cells.join('')}</row>`
}

function rowXml<Row>(
  columns: SheetColumn<Row>[],
  letters: string[],
  row: Row,
  number: number,
  strings: SharedStrings,
): string {
  let xml = `<row r="${number}">`
  for (let i = 0; i < columns.length; i += 1) {
    const column = columns[i] as SheetColumn<Row>
    const value = column.value(row)
    if (value === null || value === '') continue
    const at = `${letters[i]}${number}`
    const style = cellStyles[column.style]
    if (typeof value === 'number') xml += numberCell(at, style, value)
    else if (column.style === 'datetime') xml += numberCell(at, style, beijingSerial(value))
    else xml += textCell(at, style, value, column.repeats ? strings : null)
  }
  return `${xml}</row>`
}

function numberCell(at: string, style: number, value: number): string {
  return `<c r="${at}" s="${style}"><v>${value}</v></c>`
}

function textCell(at: string, style: number, value: string, strings: SharedStrings | null): string {
  const text = fitCell(value)
  const index = strings?.indexOf(text) ?? null
  if (index !== null) return `<c r="${at}" s="${style}" t="s"><v>${index}</v></c>`
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t${xmlSpace(text)}>${xmlText(text)}</t></is></c>`
}
