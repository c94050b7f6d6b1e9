import { beijingSerial } from './beijing-serial'
import { linesOf } from './row-height'
import type { SharedStrings } from './shared-strings'
import { type CellStyle, cellStyles } from './styles'
import { fitCell, textElement } from './xml-text'

export interface SheetColumn<Row> {
  title: string
  width: number
  style: Exclude<CellStyle, 'header' | 'printedHeader' | 'title' | 'line'>
  /** Write its texts once for all cells. */
  repeats?: boolean
  value: (row: Row) => string | number | null
}

/**
 * Writes a row's cell in one column, or nothing if it is blank and has no borders, and tells how many lines it takes; what
 * all cells of the column share is made before.
 */
export function cellWriter<Row>(
  { style, width, repeats, value: read }: SheetColumn<Row>,
  letters: string,
  strings: SharedStrings,
  onLines: (lines: number) => void,
): (row: Row, number: string) => string {
  const isTime = style === 'datetime'
  const blank = style.startsWith('printed')
    ? (number: string) => `<c r="${letters}${number}" s="${cellStyles[style]}"/>`
    : () => ''
  const writeNumber = numberWriter(letters, style)
  const writeText = textWriter(letters, style, repeats ? strings : null)
  return (row, number) => {
    const value = read(row)
    if (value === null || value === '') return blank(number)
    if (typeof value === 'number') return writeNumber(number, value)
    if (isTime) return writeNumber(number, beijingSerial(value))
    onLines(linesOf(value, width))
    return writeText(number, value)
  }
}

function numberWriter(letters: string, style: CellStyle) {
  const start = `<c r="${letters}`
  const middle = `" s="${cellStyles[style]}"><v>`
  return (number: string, value: number) => `${start}${number}${middle}${value}</v></c>`
}

export function textWriter(letters: string, style: CellStyle, strings: SharedStrings | null) {
  const start = `<c r="${letters}`
  const shared = `" s="${cellStyles[style]}" t="s"><v>`
  const inline = `" s="${cellStyles[style]}" t="inlineStr"><is>`
  return (number: string, value: string) => {
    const text = fitCell(value)
    const index = strings?.indexOf(text) ?? null
    return index === null
      ? `${start}${number}${inline}${textElement(text)}</is></c>`
      : `${start}${number}${shared}${index}</v></c>`
  }
}
