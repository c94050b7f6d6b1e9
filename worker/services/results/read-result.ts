import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { ResultView, Totals } from '../../contract/results'
import { groupRows } from '../../db/group-rows'
import { AppError } from '../../errors'
import { currentConsultation } from '../plan/current'
import { type ConsultationRow, type NamedRow, presentConsultation, presentNamed, sum } from '../plan/present'
import { type CaseCountRow, tallyDispositions } from './read-totals'

export interface MeasureRow extends NamedRow {
  id: number
  theme: number
  changes: number
}

/** Measures of the current consultation with the clauses that published revisions changed. */
export const measureRows = sql.raw(`
  SELECT m.*, t.number AS theme, (
    SELECT count(*) FROM clauses cl WHERE cl.measure_id = m.id AND EXISTS (
      SELECT 1 FROM clause_changes h JOIN plan_revisions p ON p.id = h.plan_revision_id
      WHERE h.clause_id = cl.id AND p.published_at IS NOT NULL AND (cl.introduced_in > 1 OR h.text IS NOT cl.text))) AS changes
  FROM measures m JOIN themes t ON t.id = m.theme_id
  WHERE m.consultation_id = (SELECT id FROM consultations WHERE is_current = 1)`)

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
    db.all<ConsultationRow>(sql`SELECT * FROM consultations WHERE is_current = 1`),
    db.all<ResultRow>(sql`
      SELECT r.*, u.name FROM results r JOIN users u ON u.id = r.published_by
      WHERE r.consultation_id = ${currentConsultation}`),
    db.all<MeasureRow>(sql`${measureRows} ORDER BY m.id`),
    db.all<CaseCountRow>(sql`
      SELECT n.* FROM measures m JOIN case_counts n ON n.measure_id = m.id
      WHERE m.consultation_id = ${currentConsultation}`),
  ])
  if (!consultation) throw new AppError('not_found')
  const casesOf = groupRows(cases, (row) => row.measure_id)
  return {
    consultation: presentConsultation(consultation, ctx.now),
    result: result
      ? {
          publishedAt: new Date(result.published_at).toISOString(),
          planRevision: result.plan_revision,
          totals: JSON.parse(result.counts) as Totals,
          override:
            result.override_reason === null ? null : { reason: result.override_reason, by: result.name },
          measures: measures.map((measure) => presentMeasureResult(measure, casesOf.get(measure.id) ?? [])),
        }
      : null,
  }
}

interface ResultRow {
  plan_revision: number
  counts: string
  override_reason: string | null
  published_at: number
  name: string
}
