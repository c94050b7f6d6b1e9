import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { PlanLabels } from '../../contract/plan'
import { currentConsultation } from './current'
import type { PlanDocument } from './document'
import { marks } from './ordinals'

/** How a document numbers its themes and measures, by their keys; nothing where it is （一） and 一是 throughout. */
export function labelsOf({ agenda }: PlanDocument): PlanLabels {
  const isUsual = agenda.themes.every(
    (theme) =>
      theme.label === marks.paragraph.write(theme.number) &&
      theme.measures.every(({ label, number }) => label === marks.measure.write(number)),
  )
  if (isUsual) return {}
  const labels = agenda.themes.flatMap((theme) => [
    [`${theme.number}`, theme.label],
    ...theme.measures.map(({ label, number }) => [`${theme.number}.${number}`, label]),
  ])
  return Object.fromEntries(labels) as PlanLabels
}

/** The same of the consultation that is meant. */
export async function readLabels(ctx: ServiceContext): Promise<PlanLabels> {
  const [row] = await ctx.db.all<{ labels: string }>(
    sql`SELECT labels FROM consultations WHERE id = ${currentConsultation(ctx)}`,
  )
  return row ? (JSON.parse(row.labels) as PlanLabels) : {}
}
