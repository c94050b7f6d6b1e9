import { readLines } from './canonical'
import { type PlanDocument, type Report, refuse } from './document'
import { marks } from './ordinals'
import { parsePlain } from './parse-plain'
import { parsePlan } from './parse-plan'

/** Reads a plan in either form: with 一是 for its measures, or plainly 一、（一）1.; throws MalformedPlan unless told to report otherwise. */
export function readPlan(source: string, report: Report = refuse): PlanDocument {
  const isOfficial = readLines(source).some(
    ({ text }) => marks.measure.pattern.test(text) || /[。）]一是/.test(text),
  )
  return isOfficial ? parsePlan(source, report) : parsePlain(source, report)
}
