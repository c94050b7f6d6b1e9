import type { Line } from './canonical'
import type { ClauseText, MeasureText, Report } from './document'
import { findTargets } from './find-targets'
import type { Group } from './group-by-mark'
import { itemMark } from './ordinals'
import { hasWords, splitSentences } from './split-sentences'

/** A measure whose first line is its heading or begins its text: every sentence a clause, as it is written, numbers included. */
export function readMeasure({ number, mark, first, rest }: Group, report: Report): MeasureText {
  const lead = sentencesOf(mark, first, report, !first.text.includes('。'))
  const clauses = [...lead, ...rest.flatMap((line) => sentencesOfLine(line, report))]
  const title = clauses[0]?.slice(mark.length).trim() ?? ''
  return {
    number,
    label: mark,
    title: withoutEnd(title),
    clauses: clauses.map((text, index) => readClause(text, index, index === 0 ? mark : '')),
  }
}

/** What a heading says without the mark that ends it. */
export function withoutEnd(heading: string): string {
  return heading.replace(/[。：；]$/, '')
}

function sentencesOfLine(line: Line, report: Report): string[] {
  const mark = markOf(line.text)
  const text = line.text.slice(mark.length)
  if (mark && !hasWords(text)) report(line.number, `“${mark}”没有内容`)
  return sentencesOf(mark, { ...line, text }, report)
}

function sentencesOf(mark: string, line: Line, report: Report, isHeading = false): string[] {
  const [lead, ...sentences] = splitSentences(line, report, isHeading).map(({ text }) => text)
  return [mark + (lead ?? ''), ...sentences]
}

/** The number that a sentence begins with is none of its figures. */
function readClause(text: string, index: number, ordinal: string): ClauseText {
  const mark = ordinal || markOf(text)
  const targets = findTargets(text.slice(mark.length)).map((target) => ({
    ...target,
    start: target.start + mark.length,
    end: target.end + mark.length,
  }))
  return { number: index + 1, text, targets }
}

const markOf = (text: string) => itemMark.pattern.exec(text)?.[0] ?? ''
