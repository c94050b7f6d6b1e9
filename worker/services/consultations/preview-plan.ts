import { assertRole, type ServiceContext } from '../../context'
import type { PlanPreview, PlanRemark } from '../../contract/consultations'
import { limits } from '../../contract/limits'
import { type Line, readLines } from '../plan/canonical'
import { MalformedPlan, type PlanDocument } from '../plan/document'
import { readPlan } from '../plan/read-plan'

/** A sentence beyond this many characters is worth a look: a full stop may be missing. */
const longSentence = 200

/** How a document is read: its themes, measures, clauses and targets, or the line where it cannot be; what is worth a look beside. */
export function previewPlan(ctx: ServiceContext, source: string): PlanPreview {
  assertRole(ctx, 'admin')
  try {
    const plan = readPlan(source)
    return {
      problem: tooLarge(plan),
      warnings: findOddities(plan, readLines(source)),
      themes: plan.agenda.themes.map(({ number, title, measures }) => ({
        key: `${number}`,
        title,
        measures: measures.map((measure) => {
          const key = `${number}.${measure.number}`
          return {
            key,
            title: measure.title,
            clauses: measure.clauses.map((clause) => ({
              key: `${key}.${clause.number}`,
              text: clause.text,
              targets: clause.targets.map(({ quote }) => quote),
            })),
          }
        }),
      })),
      sections: plan.review.sections.length,
    }
  } catch (error) {
    if (!(error instanceof MalformedPlan)) throw error
    const problem = {
      line: error.line,
      zh: error.reason,
      en: `The text leaves the expected layout here (${error.reason}).`,
    }
    return { problem, warnings: [], themes: [], sections: 0 }
  }
}

function tooLarge({ agenda, review }: PlanDocument): PlanRemark | null {
  const clauses = agenda.themes.flatMap(({ measures }) => measures).flatMap((measure) => measure.clauses)
  const rows = clauses.length * 2 + clauses.flatMap(({ targets }) => targets).length + review.sections.length
  if (rows <= limits.planRows) return null
  return { line: 1, zh: '条款过多，请分成几次征集', en: 'There are too many clauses for one consultation.' }
}

function findOddities({ agenda }: PlanDocument, lines: Line[]): PlanRemark[] {
  const lineOf = (text: string) => lines.find((line) => line.text.includes(text))?.number ?? 1
  const measures = agenda.themes.flatMap((theme) => theme.measures)
  const titles = measures.map(({ title }) => title)
  return [
    ...measures.flatMap(({ title, clauses }) => [
      ...(titles.indexOf(title) !== titles.lastIndexOf(title)
        ? [{ line: lineOf(title), zh: `措施名称重复：${title}`, en: `Two measures have this name: ${title}` }]
        : []),
      ...(clauses.length === 1
        ? [
            {
              line: lineOf(title),
              zh: `措施只有一句话：${title}`,
              en: `This measure is a single sentence: ${title}`,
            },
          ]
        : []),
    ]),
    ...measures
      .flatMap(({ clauses }) => clauses)
      .filter(({ text }) => text.length > longSentence)
      .map(({ text }) => ({
        line: lineOf(text),
        zh: `这一句有 ${text.length} 字，请检查是否缺少句号`,
        en: `This sentence has ${text.length} characters: a full stop may be missing.`,
      })),
  ].sort((a, b) => a.line - b.line)
}
