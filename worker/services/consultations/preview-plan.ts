import { assertRole, type ServiceContext } from '../../context'
import type { PlanPreview, PlanRemark } from '../../contract/consultations'
import { limits } from '../../contract/limits'
import { type Line, readLines } from '../plan/canonical'
import type { PlanDocument } from '../plan/document'
import { readPlan } from '../plan/read-plan'

/** A sentence beyond this many characters is worth a look: a full stop may be missing. */
const longSentence = 200

/** How much of a line is shown with what is said of it. */
const shownOfLine = 40

/** How a document is read: its themes, measures, clauses and targets, or every line where it cannot be; what is worth a look beside. */
export function previewPlan(ctx: ServiceContext, source: string): PlanPreview {
  assertRole(ctx, 'admin')
  const { plan, problems, notes } = inspectPlan(source)
  if (problems.length > 0) return { problems, warnings: [], notes, themes: [], sections: 0 }
  return {
    problems,
    warnings: findOddities(plan, remarkOn(source)),
    notes,
    themes: plan.agenda.themes.map(({ number, label, title, measures }) => ({
      key: `${number}`,
      label,
      title,
      measures: measures.map((measure) => {
        const key = `${number}.${measure.number}`
        return {
          key,
          label: measure.label,
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
}

/** A document as far as it can be read, with all that keeps it from being published, and all that is no measure, line by line. */
export function inspectPlan(source: string): {
  plan: PlanDocument
  problems: PlanRemark[]
  notes: PlanRemark[]
} {
  const found = new Map<string, { line: number; zh: string }>()
  const notes: PlanRemark[] = []
  const remark = remarkOn(source)
  const plan = readPlan(
    source,
    (line, zh) => found.set(`${line} ${zh}`, { line, zh }),
    (line, zh, en) => notes.push(remark(line, zh, en)),
  )
  const problems = [...found.values()].map(({ line, zh }) =>
    remark(line, zh, `The text leaves the expected layout here (${zh}).`),
  )
  if (problems.length === 0 && isTooLarge(plan))
    problems.push(remark(1, '条款过多，请分成几次征集', 'There are too many clauses for one consultation.'))
  return { plan, problems: inOrder(problems), notes: inOrder(notes) }
}

const inOrder = (remarks: PlanRemark[]) => remarks.sort((a, b) => a.line - b.line)

type Remark = ((line: number, zh: string, en: string) => PlanRemark) & { lines: Line[] }

/** What is said of a line, with how the line begins. */
function remarkOn(source: string): Remark {
  const lines = readLines(source)
  const texts = new Map(lines.map(({ number, text }) => [number, text]))
  const remark = (line: number, zh: string, en: string) => {
    const text = texts.get(line) ?? ''
    const cut = text.slice(0, shownOfLine)
    return { line, text: cut === text ? text : `${cut}……`, zh, en }
  }
  return Object.assign(remark, { lines })
}

function isTooLarge({ agenda, review }: PlanDocument): boolean {
  const clauses = agenda.themes.flatMap(({ measures }) => measures).flatMap((measure) => measure.clauses)
  const rows = clauses.length * 2 + clauses.flatMap(({ targets }) => targets).length + review.sections.length
  return rows > limits.planRows
}

function findOddities({ agenda }: PlanDocument, remark: Remark): PlanRemark[] {
  const lineOf = (text: string) => remark.lines.find((line) => line.text.includes(text))?.number ?? 1
  const measures = agenda.themes.flatMap((theme) => theme.measures)
  const titles = measures.map(({ title }) => title)
  return [
    ...measures.flatMap(({ title, clauses }) => [
      ...(titles.indexOf(title) !== titles.lastIndexOf(title)
        ? [remark(lineOf(title), `措施名称重复：${title}`, `Two measures have this name: ${title}`)]
        : []),
      ...(clauses.length === 1
        ? [remark(lineOf(title), `措施只有一句话：${title}`, `This measure is a single sentence: ${title}`)]
        : []),
    ]),
    ...measures
      .flatMap(({ clauses }) => clauses)
      .filter(({ text }) => text.length > longSentence)
      .map(({ text }) =>
        remark(
          lineOf(text),
          `这一句有 ${text.length} 字，请检查是否缺少句号`,
          `This sentence has ${text.length} characters: a full stop may be missing.`,
        ),
      ),
  ].sort((a, b) => a.line - b.line)
}
