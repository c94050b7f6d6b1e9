export const byteOrderMark = '\uFEFF'

const startsFormula = /^[\s\p{Cf}"“”‘’]*[=+\-@＝＋－＠﹢﹣﹦﹫]|^[\p{Cc}]/u
const looksNumeric = /^[\d\s.,:/\-%]+(?:e[+-]?\d+)?\s*$/i
const survivesAsNumber = /^(?:0|[1-9]\d{0,7})(?:\.\d{0,5}[1-9])?$/
const outlineKey = /^[1-9]\d?(?:\.[1-9]\d?){2}$/
const dateOrMoment = /^\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d)?$/
const harmless = [survivesAsNumber, outlineKey, dateOrMoment]
const needsQuotes = /[",;\t\r\n]|^\s|\s$/

/**
 * Would a spreadsheet run this text as a formula, or turn it into another number or a date (18 digits, 007, 3-5)?
 * Such a cell gets one leading apostrophe, which its reader takes off again: the guarded forms are guarded too.
 */
export function needsGuard(text: string): boolean {
  const bare = text.replace(/^'+/, '')
  if (startsFormula.test(bare)) return true
  return looksNumeric.test(bare) && !harmless.some((pattern) => pattern.test(bare))
}

/** A cell by RFC 4180. Guarded cells are always quoted, so that no separator a spreadsheet guesses can split them. */
export function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const isGuarded = needsGuard(value)
  const text = isGuarded ? `'${value}` : value
  return isGuarded || needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export function csvRow(cells: (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}
