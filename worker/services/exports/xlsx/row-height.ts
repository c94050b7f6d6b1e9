/** Of a line in points, with some room for readers without 宋体. */
const lineHeight = 16
const padding = 3
/** Excel's own limit for a row, in points. */
const highest = 409

/**
 * The height of a row, which LibreOffice does not find by itself when the sheet is fitted to the page. What needs more than
 * Excel allows is whole in the cell, and cut on paper.
 */
export const rowHeight = (lines: number): number => Math.min(highest, lines * lineHeight + padding)

/** How many lines a text takes in a column of this width, in characters of the default font; a Chinese one is two of these. */
export function linesOf(text: string, width: number): number {
  if (2 * text.length < width && !text.includes('\n')) return 1
  const room = width - 1
  let lines = 1
  let used = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === newLine) {
      lines += 1
      used = 0
      continue
    }
    const unit = code < firstWide ? latinWidth : 2
    if (used + unit > room) {
      lines += 1
      used = 0
    }
    used += unit
  }
  return lines
}

const newLine = 10
/** From the general punctuation on, whose quotation marks and dashes are wide in Chinese fonts. */
const firstWide = 0x2000
/** With what is lost where a word goes to the next line. */
const latinWidth = 1.1
