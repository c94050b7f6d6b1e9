import type { Line } from './canonical'
import type { PlanDocument, Report, ReviewSection, Tell, ThemeText } from './document'
import { findBaselines } from './find-baselines'
import { type Group, groupByMark } from './group-by-mark'
import { itemMark, type Mark, marks } from './ordinals'
import { underTitle } from './parse-list'
import { parseMeasure, parseSection } from './parse-plan'
import { readMeasure, withoutEnd } from './read-measure'
import { splitSentences } from './split-sentences'
import { isMarked, planOf, takeLead } from './take-lead'

/** What is found in a part: themes with measures, measures, or text alone. */
type Kind = 'themes' | 'measures' | 'text'

/**
 * A document in parts 一、: in some they hold themes （一） with measures 一是, in others they are themes themselves, with
 * measures （一）, 一是 or 1.; a first part that looks back is none of this.
 */
export function parseOutline(lines: Line[], report: Report, tell: Tell): PlanDocument {
  const start = lines.findIndex(isMarked(marks.part))
  const lead = lines.slice(0, start)
  const parts = groupByMark(lines.slice(start), marks.part, report)
  const past = looksBack(parts) ? parts[0] : undefined
  const coming = past ? parts.slice(1) : parts
  const review = past && readReview(past, report, tell)
  if (!review && coming.every((part) => kindOf(part) === 'text') && coming.some(hasText))
    return underTitle(lead, parts, report, tell)

  const { heading, preamble } = takeLead(lead, tell)
  const containers = coming.filter((part) => kindOf(part) === 'themes')
  const themes: ThemeText[] = []
  for (const part of coming) {
    const kind = kindOf(part)
    if (kind === 'themes') {
      const above = containers.length > 1 ? part.mark : ''
      const { before, found } = readThemes(part, above, report, tell)
      preamble.push(...before)
      themes.push(...found)
    } else if (kind === 'measures') themes.push(readTheme(part, report))
    else if (hasText(part)) preamble.push(...readText(part, tell))
    else report(part.first.number, `主题“${part.mark}”没有措施，此处应有“（一）”“一是”或者“1.”`)
  }
  const [container] = containers
  const own = containers.length === 1 ? container?.first.text : undefined
  return planOf(
    {
      heading: own ?? heading,
      preamble,
      themes: themes.map((theme, index) => ({ ...theme, number: index + 1 })),
    },
    review,
  )
}

/** Whether the first of several parts is about what was done: its heading says so, or names an earlier year than the others. */
function looksBack([first, ...others]: Group[]): boolean {
  if (!first || others.length === 0) return false
  const heading = headingOf(first)
  if (/回顾|(?:情况|总结|成效|成绩|进展)$/.test(heading)) return true
  const later = others.flatMap((part) => yearsOf(headingOf(part)))
  const own = yearsOf(heading)
  return own.length > 0 && later.length > 0 && Math.max(...own) < Math.min(...later)
}

const headingOf = ({ first }: Group) => first.text.split('。')[0]?.trim() ?? ''

const yearsOf = (text: string) => [...text.matchAll(/(?<!\d)(\d{4})年/g)].map(([, year]) => Number(year))

function kindOf({ first, rest }: Group): Kind {
  const hasMeasures = [first, ...rest].some(({ text }) => /(?:^|[。）])一是/.test(text))
  if (rest.some(isMarked(marks.paragraph))) return hasMeasures ? 'themes' : 'measures'
  return hasMeasures || rest.some(isMarked(itemMark)) ? 'measures' : 'text'
}

/** Whether a part says more than its heading. */
const hasText = ({ first, rest }: Group) => rest.length > 0 || /。./.test(first.text)

function readReview({ mark, first, rest }: Group, report: Report, tell: Tell): PlanDocument['review'] {
  tell(
    first.number,
    `“${mark}”作为对上年工作的回顾：只供对照，不开放意见。如果不是回顾，请修改这个标题`,
    `${mark} is read as a look back at the year before: shown beside the measures, not open for comments. If it is none, change its heading.`,
  )
  const [before, paragraphs] = cutAt(rest, marks.paragraph)
  for (const line of before) splitSentences(line, report)
  const sections = groupByMark(paragraphs, marks.paragraph, report).map((group) => readSection(group, report))
  return { heading: first.text, preamble: before.map(({ text }) => text), sections }
}

/** A section whose heading stands on a line of its own has its text below; else it is one paragraph. */
function readSection(group: Group, report: Report): ReviewSection {
  const { number, first, rest } = group
  if (first.text.includes('。') || !rest[0]?.text.includes('。')) return parseSection(group, report)
  for (const line of rest) splitSentences(line, report)
  const text = [first, ...rest].map((line) => line.text).join('\n')
  return { number, title: first.text, text, baselines: findBaselines(text) }
}

function readThemes(
  { mark, first, rest }: Group,
  above: string,
  report: Report,
  tell: Tell,
): { before: string[]; found: ThemeText[] } {
  tell(
    first.number,
    `“${mark}”是上一级标题，不单独显示：下面的“（一）”为主题，“一是”为措施`,
    `${mark} is a heading above the themes and is not shown by itself: the themes are （一）, the measures 一是.`,
  )
  const [before, paragraphs] = cutAt(rest, marks.paragraph)
  for (const line of before) {
    if (isMarked(marks.measure)(line)) report(line.number, '措施不在主题之下，此处应为“（一）”')
    splitSentences(line, report)
  }
  if (before[0])
    tell(
      before[0].number,
      '“（一）”之前的文字作为说明显示在措施之前，不开放意见',
      'What stands before （一） is shown ahead of the measures and is not open for comments.',
    )
  return {
    before: before.map(({ text }) => text),
    found: groupByMark(paragraphs, marks.paragraph, report).map((group) =>
      readOfficial(group, above + group.mark, report),
    ),
  }
}

/** A part that is a theme: its measures are （一）, 一是 or 1. */
function readTheme(part: Group, report: Report): ThemeText {
  const { number, mark, first, rest } = part
  const measureMark = rest.some(isMarked(marks.paragraph)) ? marks.paragraph : itemMark
  if (!rest.some(isMarked(measureMark))) return readOfficial(part, mark, report)
  const groups = groupByMark(rest, measureMark, report)
  return {
    number,
    label: mark,
    title: withoutEnd(first.text),
    measures: groups.map((group) => readMeasure(group, report)),
  }
}

/** A theme with measures 一是, on its line or on their own. */
function readOfficial({ number, mark, first, rest }: Group, label: string, report: Report): ThemeText {
  const isHeading = !first.text.includes('。')
  const sentences = [
    ...splitSentences(first, report, isHeading),
    ...rest.flatMap((line) => splitSentences(line, report)),
  ]
  const isTitled = sentences[0] && !isMarked(marks.measure)(sentences[0])
  if (!isTitled) report(first.number, `主题“${mark}”没有标题`)
  const [title, others] = isTitled ? [sentences[0]?.text, sentences.slice(1)] : ['', sentences]
  if (others.length === 0) report(first.number, `主题“${mark}”没有措施，此处应有“一是”`)
  return {
    number,
    label,
    title: withoutEnd(title ?? ''),
    measures: groupByMark(others, marks.measure, report).map(parseMeasure),
  }
}

/** A part without measures, word for word. */
function readText({ mark, first, rest }: Group, tell: Tell): string[] {
  tell(
    first.number,
    `“${mark}”没有“（一）”，作为说明显示在措施之前，不开放意见；如需征求意见，请在这一部分加上“（一）”`,
    `${mark} has no （一）: it is shown ahead of the measures and is not open for comments. To open it, number its paragraphs （一）.`,
  )
  return [mark + first.text, ...rest.map(({ text }) => text)]
}

function cutAt(lines: Line[], mark: Mark): [before: Line[], from: Line[]] {
  const start = lines.findIndex(isMarked(mark))
  return start < 0 ? [lines, []] : [lines.slice(0, start), lines.slice(start)]
}
