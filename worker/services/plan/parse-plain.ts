import { type Line, readLines } from './canonical'
import {
  type ClauseText,
  type MeasureText,
  type PlanDocument,
  type Report,
  refuse,
  type ThemeText,
} from './document'
import { findTargets } from './find-targets'
import { type Group, groupByMark } from './group-by-mark'
import { marks } from './ordinals'
import { hasWords, splitSentences } from './split-sentences'

const item = /^\d{1,2}[.．、]\s*/

/** Reads a plan that says only what is planned: 一、 are its themes, （一） their measures; 1. may begin a line of a measure. */
export function parsePlain(source: string, report: Report = refuse): PlanDocument {
  const lines = readLines(source)
  const start = lines.findIndex(({ text }) => marks.part.pattern.test(text))
  if (start < 0) report(lines[0]?.number ?? 1, '没有“一、”：无法识别主题')
  const [heading, ...preamble] = lines.slice(0, Math.max(0, start))
  const themes = start < 0 ? [] : groupByMark(lines.slice(start), marks.part, report)
  return {
    review: { heading: '', preamble: [], sections: [] },
    agenda: {
      heading: heading?.text ?? '',
      preamble: preamble.map(({ text }) => text),
      themes: themes.map((theme) => parseTheme(theme, report)),
    },
  }
}

function parseTheme({ number, mark, first, rest }: Group, report: Report): ThemeText {
  if (rest.length === 0) report(first.number, `主题“${mark}”没有措施`)
  return {
    number,
    title: first.text.replace(/。$/, ''),
    measures: groupByMark(rest, marks.paragraph, report).map((measure) => parseMeasure(measure, report)),
  }
}

function parseMeasure({ number, mark, first, rest }: Group, report: Report): MeasureText {
  const lines = [closed(first), ...rest.flatMap((line) => withoutNumber(line, report))]
  const [lead, ...sentences] = lines.flatMap((line) => splitSentences(line, report))
  if (!lead) report(first.number, `“${mark}”没有内容`)
  const texts = [mark + (lead?.text ?? ''), ...sentences.map(({ text }) => text)]
  return { number, title: lead?.text.replace(/。$/, '') ?? '', clauses: texts.map(readClause) }
}

/** A title that stands on a line of its own need not end with a full stop. */
function closed(line: Line): Line {
  return /[。！？”）]$/.test(line.text) || !hasWords(line.text) ? line : { ...line, text: `${line.text}。` }
}

function withoutNumber(line: Line, report: Report): Line[] {
  const text = line.text.replace(item, '')
  if (hasWords(text)) return [{ ...line, text }]
  report(line.number, '序号后没有内容')
  return []
}

function readClause(text: string, index: number): ClauseText {
  return { number: index + 1, text, targets: findTargets(text) }
}
