import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { ResultView } from '../../contract/results'
import { groupRows } from '../../db/group-rows'
import { AppError } from '../../errors'
import { currentConsultation, type Meant } from '../plan/current'
import { type ConsultationRow, type NamedRow, presentConsultation, presentNamed, sum } from '../plan/present'
import { changedClauses } from './outcome'
import { type PublishedRow, presentPublished, publishedRow } from './published-row'
import { type CaseCountRow, tallyDispositions } from './read-totals'

export interface MeasureRow extends NamedRow {
  id: number
  theme: number
  changes: number
}

/** Measures of the current consultation with the clauses that published revisions changed. */
export const measureRows = (ctx: Meant): SQL => sql`
  SELECT m.*, t.number AS theme, (SELECT count(*) FROM ${changedClauses} WHERE cl.measure_id = m.id) AS changes
  FROM measures m JOIN themes t ON t.id = m.theme_id
  WHERE m.consultation_id = ${currentConsultation(ctx)}`

export function presentMeasureResult(measure: MeasureRow, cases: CaseCountRow[]) {
  return {
    ...presentNamed(measure),
    theme: measure.theme,
    changes: measure.changes,
    admissible: sum(cases),
    ...tallyDispositions(cases),
  }
}

/** What the consultation came to, once it is published. */
export async function readResult(ctx: ServiceContext): Promise<ResultView> {
  const { db } = ctx
  const [[consultation], [result], measures, cases] = await db.batch([
    db.all<ConsultationRow>(sql`SELECT * FROM consultations WHERE id = ${currentConsultation(ctx)}`),
    db.all<PublishedRow>(publishedRow(currentConsultation(ctx))),
    db.all<MeasureRow>(sql`${measureRows(ctx)} ORDER BY m.id`),
    db.all<CaseCountRow>(sql`
      SELECT n.* FROM measures m JOIN case_counts n ON n.measure_id = m.id
      WHERE m.consultation_id = ${currentConsultation(ctx)}`),
  ])
  if (!consultation) throw new AppError('not_found')
  const casesOf = groupRows(cases, (row) => row.measure_id)
  return {
    consultation: presentConsultation(consultation, ctx.now),
    result: result
      ? {
          ...presentPublished(result),
          measures: measures.map((measure) => presentMeasureResult(measure, casesOf.get(measure.id) ?? [])),
        }
      : null,
  }
}
