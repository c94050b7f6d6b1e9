import type { Line } from './canonical'
import { MalformedPlan } from './document'
import { type Mark, readOrdinal } from './ordinals'
import { hasWords } from './split-sentences'

/** What stands under one ordinal; the first line has lost its mark. */
export interface Group {
  number: number
  mark: string
  first: Line
  rest: Line[]
}

/** Cuts lines at their ordinals, which must run 1, 2, 3 … from the first line on. */
export function groupByMark(lines: Line[], { pattern, write }: Mark): Group[] {
  const groups: Group[] = []
  for (const line of lines) {
    const [mark, numeral] = pattern.exec(line.text) ?? []
    const group = groups.at(-1)
    if (mark === undefined || numeral === undefined) {
      if (!group) throw new MalformedPlan(line.number, `${strayText(line.text)}，此处应为“${write(1)}”`)
      group.rest.push(line)
      continue
    }
    const number = groups.length + 1
    if (readOrdinal(numeral) !== number)
      throw new MalformedPlan(line.number, `序号应为“${write(number)}”，实为“${mark}”`)
    const text = line.text.slice(mark.length)
    if (!hasWords(text)) throw new MalformedPlan(line.number, `“${mark}”没有内容`)
    groups.push({ number, mark, first: { number: line.number, text }, rest: [] })
  }
  return groups
}

export function strayText(text: string): string {
  return `多余的文字“${text.slice(0, 10)}”`
}
