import { type Line, readLines } from './canonical'
import {
  type ClauseText,
  MalformedPlan,
  type MeasureText,
  type PlanDocument,
  type ReviewSection,
  type ThemeText,
} from './document'
import { findBaselines } from './find-baselines'
import { findTargets } from './find-targets'
import { type Mark, marks, readOrdinal } from './ordinals'
import { hasWords, splitSentences } from './split-sentences'

/** What stands under one ordinal; the first line has lost its mark. */
interface Group {
  number: number
  mark: string
  first: Line
  rest: Line[]
}

/** Reads a plan in the official form (一、 （一） 一是); throws MalformedPlan where the text leaves it. */
export function parsePlan(source: string): PlanDocument {
  const lines = readLines(source)
  if (lines.length === 0) throw new MalformedPlan(1, '没有文字')
  const [review, agenda, third] = groupByMark(lines, marks.part)
  if (!review || !agenda) throw new MalformedPlan(lastLine(lines), '缺少“二、”部分')
  if (third) throw new MalformedPlan(third.first.number, '只应有“一、”“二、”两个部分')
  const past = parsePart(review)
  const coming = parsePart(agenda)
  return {
    review: { heading: past.heading, preamble: past.preamble, sections: past.groups.map(parseSection) },
    agenda: { heading: coming.heading, preamble: coming.preamble, themes: coming.groups.map(parseTheme) },
  }
}

function parsePart({ first, rest, mark }: Group): { heading: string; preamble: string[]; groups: Group[] } {
  const start = rest.findIndex(({ text }) => marks.paragraph.pattern.test(text))
  if (start < 0) throw new MalformedPlan(lastLine([first, ...rest]), `“${mark}”部分没有“（一）”段落`)
  const preamble = rest.slice(0, start)
  for (const line of preamble) {
    if (marks.measure.pattern.test(line.text)) throw new MalformedPlan(line.number, '措施不在主题之下')
    splitSentences(line)
  }
  return {
    heading: first.text,
    preamble: preamble.map(({ text }) => text),
    groups: groupByMark(rest.slice(start), marks.paragraph),
  }
}

function parseSection(group: Group): ReviewSection {
  const sentences = sentencesOf(group)
  const text = sentences.map((sentence) => sentence.text).join('')
  return {
    number: group.number,
    title: withoutStop(sentences[0]?.text ?? ''),
    text,
    baselines: findBaselines(text),
  }
}

function parseTheme(group: Group): ThemeText {
  const [title, ...sentences] = sentencesOf(group)
  if (!title?.text.endsWith('。') || marks.measure.pattern.test(title.text))
    throw new MalformedPlan(group.first.number, `主题“${group.mark}”没有标题`)
  if (sentences.length === 0) throw new MalformedPlan(title.number, `主题“${group.mark}”没有措施`)
  return {
    number: group.number,
    title: withoutStop(title.text),
    measures: groupByMark(sentences, marks.measure).map(parseMeasure),
  }
}

function parseMeasure({ number, mark, first, rest }: Group): MeasureText {
  const sentences = [mark + first.text, ...rest.map(({ text }) => text)]
  return { number, title: withoutStop(first.text), clauses: sentences.map(readClause) }
}

function readClause(text: string, index: number): ClauseText {
  return { number: index + 1, text, targets: findTargets(text) }
}

function sentencesOf({ first, rest }: Group): Line[] {
  const stray = rest.find(({ text }) => !marks.measure.pattern.test(text))
  if (stray) throw new MalformedPlan(stray.number, strayText(stray.text))
  return [first, ...rest].flatMap(splitSentences)
}

/** Cuts lines at their ordinals, which must run 1, 2, 3 … from the first line on. */
function groupByMark(lines: Line[], { pattern, write }: Mark): Group[] {
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

function strayText(text: string): string {
  return `多余的文字“${text.slice(0, 10)}”`
}

function withoutStop(sentence: string): string {
  return sentence.replace(/。$/, '')
}

function lastLine(lines: Line[]): number {
  return lines.at(-1)?.number ?? 1
}
