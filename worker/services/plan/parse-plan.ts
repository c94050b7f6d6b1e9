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
import { type Group, groupByMark, strayText } from './group-by-mark'
import { marks } from './ordinals'
import { splitSentences } from './split-sentences'

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

function withoutStop(sentence: string): string {
  return sentence.replace(/。$/, '')
}

function lastLine(lines: Line[]): number {
  return lines.at(-1)?.number ?? 1
}
