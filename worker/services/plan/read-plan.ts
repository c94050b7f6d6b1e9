import { type Line, readLines } from './canonical'
import { type PlanDocument, type Report, refuse, type Tell } from './document'
import { itemMark, marks } from './ordinals'
import { parseList } from './parse-list'
import { parseOutline } from './parse-outline'
import { isRegulation, parseRegulation } from './parse-regulation'
import { reportFurniture } from './report-furniture'
import { isMarked, planOf } from './take-lead'

/**
 * Reads a plan, a regulation or a notice by the way that it numbers its text; throws MalformedPlan unless told to report
 * otherwise, and tells what it read as something else than measures.
 */
export function readPlan(
  source: string,
  report: Report = refuse,
  tell: Tell = () => undefined,
): PlanDocument {
  const lines = reportFurniture(readLines(source), report)
  const parse = parserOf(lines)
  if (parse) return parse(lines, report, tell)
  report(
    lines[0]?.number ?? 1,
    lines.length > 0 ? '没有“一、”“第一条”或者“1.”：无法识别主题和措施' : '没有文字',
  )
  return planOf({ heading: '', preamble: [], themes: [] })
}

function parserOf(lines: Line[]) {
  const isPart = isMarked(marks.part)
  const first = lines.find((line) => isPart(line) || isRegulation(line))
  if (first) return isPart(first) ? parseOutline : parseRegulation
  return lines.some((line) => isMarked(marks.paragraph)(line) || isMarked(itemMark)(line)) ? parseList : null
}
