import type { Line } from './canonical'
import type { PlanDocument, Report, Tell, ThemeText } from './document'
import { type Group, groupByMark } from './group-by-mark'
import { itemMark, marks } from './ordinals'
import { readMeasure } from './read-measure'
import { isMarked, planOf, takeLead } from './take-lead'

/** A document without parts: its measures are numbered （一） or 1., and its title is their theme. */
export function parseList(lines: Line[], report: Report, tell: Tell): PlanDocument {
  const mark = lines.some(isMarked(marks.paragraph)) ? marks.paragraph : itemMark
  const start = lines.findIndex(isMarked(mark))
  const groups = groupByMark(lines.slice(start), mark, report)
  return underTitle(lines.slice(0, start), groups, report, tell)
}

/** Measures under the one theme that the title of the document is. */
export function underTitle(lead: Line[], groups: Group[], report: Report, tell: Tell): PlanDocument {
  if (lead.length === 0)
    report(groups[0]?.first.number ?? 1, '缺少文件标题：第一行应为标题，作为这些措施的主题')
  const { heading, preamble } = takeLead(lead, tell, true)
  const theme: ThemeText = {
    number: 1,
    label: '',
    title: heading,
    measures: groups.map((group) => readMeasure(group, report)),
  }
  return planOf({ heading, preamble, themes: [theme] })
}
