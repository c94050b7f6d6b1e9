import { layOut } from './canonical'
import type { PlanDocument, ReviewSection, ThemeText } from './document'
import { marks } from './ordinals'

/** The text of a plan: `joinPlan(parsePlan(source))` is `canonical(source)`. */
export function joinPlan({ review, agenda }: PlanDocument): string {
  return layOut([
    marks.part.write(1) + review.heading,
    ...review.preamble,
    ...review.sections.map(joinSection),
    marks.part.write(2) + agenda.heading,
    ...agenda.preamble,
    ...agenda.themes.map(joinTheme),
  ])
}

function joinSection({ number, text }: ReviewSection): string {
  return marks.paragraph.write(number) + text
}

function joinTheme({ number, title, measures }: ThemeText): string {
  const clauses = measures.flatMap((measure) => measure.clauses.map(({ text }) => text))
  return `${marks.paragraph.write(number)}${title}。${clauses.join('')}`
}
