/** Where a line, counted from 1, begins and ends in a text. */
export function placeOfLine(text: string, line: number): [start: number, end: number] {
  const lines = text.split(/\r\n|\r|\n/)
  let start = 0
  for (const before of lines.slice(0, line - 1)) {
    start += before.length
    start += text.startsWith('\r\n', start) ? 2 : 1
  }
  return [start, start + (lines[line - 1]?.length ?? 0)]
}
