import type { Line } from './canonical'
import type { Report } from './document'
import { type Mark, readOrdinal } from './ordinals'
import { hasWords } from './split-sentences'

/** What stands under one ordinal; the first line has lost its mark. */
export interface Group {
  number: number
  mark: string
  first: Line
  rest: Line[]
}

/** Cuts lines at their ordinals, which must run on from the first line on, usually from 1; after one that does not, they go on from there. */
export function groupByMark(lines: Line[], { pattern, write }: Mark, report: Report, from = 1): Group[] {
  const groups: Group[] = []
  let expected = from
  for (const line of lines) {
    const [mark, numeral] = pattern.exec(line.text) ?? []
    if (mark === undefined || numeral === undefined) {
      const group = groups.at(-1)
      if (group) group.rest.push(line)
      else report(line.number, `${strayText(line.text)}，此处应为“${write(from)}”`)
      continue
    }
    const number = readOrdinal(numeral)
    if (number !== expected) report(line.number, `序号应为“${write(expected)}”，实为“${mark}”`)
    const text = line.text.slice(mark.length)
    if (!hasWords(text)) report(line.number, `“${mark}”没有内容`)
    groups.push({ number: groups.length + 1, mark, first: { number: line.number, text }, rest: [] })
    expected = (number ?? expected) + 1
  }
  return groups
}

export function strayText(text: string): string {
  return `多余的文字“${text.slice(0, 10)}”`
}
