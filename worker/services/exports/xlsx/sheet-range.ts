export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}

/** A1:AC120 */
export function sheetRange(columns: number, firstRow: number, lastRow: number, dollar = ''): string {
  const last = columnLetters(columns - 1)
  return `${dollar}A${dollar}${firstRow}:${dollar}${last}${dollar}${lastRow}`
}
