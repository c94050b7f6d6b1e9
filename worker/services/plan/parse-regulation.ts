import type { Line } from './canonical'
import type { MeasureText, PlanDocument, Report, Tell, ThemeText } from './document'
import { type Group, groupByMark } from './group-by-mark'
import { readOrdinal, regulationMarks } from './ordinals'
import { underTitle } from './parse-list'
import { readMeasure, withoutEnd } from './read-measure'
import { isMarked, planOf, takeLead } from './take-lead'

const { chapter, section, article } = regulationMarks

export const isRegulation = (line: Line): boolean => [chapter, article].some((mark) => isMarked(mark)(line))

/** A regulation: its chapters, or the sections of one that has them, are themes, its articles measures, counted through. */
export function parseRegulation(lines: Line[], report: Report, tell: Tell): PlanDocument {
  const start = lines.findIndex(isRegulation)
  const lead = lines.slice(0, start)
  if (!lines.some(isMarked(chapter)))
    return underTitle(lead, groupByMark(lines.slice(start), article, report), report, tell)

  let next = 1
  const articlesOf = ({ mark, first, rest }: Group): MeasureText[] => {
    if (rest.length === 0)
      report(first.number, `“${mark}”下面没有条文，此处应有“${article.write(next)}”；如果是目录，请整段删去`)
    const groups = groupByMark(rest, article, report, next)
    const last = readOrdinal(article.pattern.exec(groups.at(-1)?.mark ?? '')?.[1] ?? '')
    next = (last ?? next + groups.length - 1) + 1
    return groups.map((group) => readMeasure(group, report))
  }
  const themeOf = (group: Group, label: string): Omit<ThemeText, 'number'> => ({
    label,
    title: withoutEnd(group.first.text.trim()),
    measures: articlesOf(group),
  })

  const { heading, preamble } = takeLead(lead, tell)
  const themes = groupByMark(lines.slice(start), chapter, report).flatMap((group) => {
    if (!group.rest.some(isMarked(section))) return themeOf(group, group.mark)
    tell(
      group.first.number,
      `“${group.mark}”分节，不单独显示：各节为主题`,
      `${group.mark} has sections and is not shown by itself: its sections are the themes.`,
    )
    return groupByMark(group.rest, section, report).map((part) => themeOf(part, group.mark + part.mark))
  })
  return planOf({
    heading,
    preamble,
    themes: themes.map((theme, index) => ({ ...theme, number: index + 1 })),
  })
}
