import { type Line, readLines } from './canonical'
import {
  type ClauseText,
  type MeasureText,
  type PlanDocument,
  type Report,
  type ReviewSection,
  refuse,
  type ThemeText,
} from './document'
import { findBaselines } from './find-baselines'
import { findTargets } from './find-targets'
import { type Group, groupByMark, strayText } from './group-by-mark'
import { marks } from './ordinals'
import { hasWords, splitSentences } from './split-sentences'

/**
 * Reads a plan in the official form (一、 looks back, 二、 holds the themes （一） with their measures 一是); throws MalformedPlan
 * where the text leaves it, unless told to report otherwise.
 */
export function parsePlan(source: string, report: Report = refuse): PlanDocument {
  const lines = readLines(source)
  if (lines.length === 0) report(1, '没有文字')
  const [review, agenda, third] = groupByMark(lines, marks.part, report)
  if (lines.length > 0 && (!review || !agenda)) report(lastLine(lines), '缺少“二、”部分')
  if (third) report(third.first.number, '只应有“一、”“二、”两个部分')
  const past = parsePart(review, report)
  const coming = parsePart(agenda, report)
  return {
    review: {
      heading: past.heading,
      preamble: past.preamble,
      sections: past.groups.map((group) => parseSection(group, report)),
    },
    agenda: {
      heading: coming.heading,
      preamble: coming.preamble,
      themes: coming.groups.map((group) => parseTheme(group, report)),
    },
  }
}

interface Part {
  heading: string
  preamble: string[]
  groups: Group[]
}

function parsePart(part: Group | undefined, report: Report): Part {
  if (!part) return { heading: '', preamble: [], groups: [] }
  const { first, rest, mark } = part
  const start = rest.findIndex(({ text }) => marks.paragraph.pattern.test(text))
  if (start < 0) report(lastLine([first, ...rest]), `“${mark}”部分没有“（一）”段落`)
  const preamble = start < 0 ? [] : rest.slice(0, start)
  for (const line of preamble) {
    if (marks.measure.pattern.test(line.text)) report(line.number, '措施不在主题之下')
    splitSentences(line, report)
  }
  return {
    heading: first.text,
    preamble: preamble.map(({ text }) => text),
    groups: start < 0 ? [] : groupByMark(rest.slice(start), marks.paragraph, report),
  }
}

export function parseSection(group: Group, report: Report): ReviewSection {
  const sentences = sentencesOf(group, report)
  const text = sentences.map((sentence) => sentence.text).join('')
  return {
    number: group.number,
    title: withoutStop(sentences[0]?.text ?? ''),
    text,
    baselines: findBaselines(text),
  }
}

function parseTheme(group: Group, report: Report): ThemeText {
  const [title, ...sentences] = sentencesOf(group, report)
  const isTitle = title?.text.endsWith('。') && !marks.measure.pattern.test(title.text)
  if (hasWords(group.first.text)) {
    if (!title || !isTitle) report(group.first.number, `主题“${group.mark}”没有标题`)
    else if (sentences.length === 0) report(title.number, `主题“${group.mark}”没有措施`)
  }
  return {
    number: group.number,
    label: group.mark,
    title: withoutStop(title?.text ?? ''),
    measures: groupByMark(isTitle || !title ? sentences : [title, ...sentences], marks.measure, report).map(
      parseMeasure,
    ),
  }
}

export function parseMeasure({ number, mark, first, rest }: Group): MeasureText {
  const sentences = [mark + first.text, ...rest.map(({ text }) => text)]
  return { number, label: mark, title: withoutStop(first.text), clauses: sentences.map(readClause) }
}

function readClause(text: string, index: number): ClauseText {
  return { number: index + 1, text, targets: findTargets(text) }
}

function sentencesOf({ first, rest }: Group, report: Report): Line[] {
  const own = rest.filter(({ number, text }) => {
    const isMeasure = marks.measure.pattern.test(text)
    if (!isMeasure) report(number, strayText(text))
    return isMeasure
  })
  return [first, ...own].flatMap((line) => splitSentences(line, report))
}

function withoutStop(sentence: string): string {
  return sentence.replace(/。$/, '')
}

function lastLine(lines: Line[]): number {
  return lines.at(-1)?.number ?? 1
}
