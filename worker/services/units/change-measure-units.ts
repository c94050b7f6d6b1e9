import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { MeasureUnits, MeasureUnitsView } from '../../contract/units'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { measureIdOf } from '../plan/current'
import { moveResponses } from '../responses/move-responses'
import { presentUnits, unitQueries } from './list-units'

/**
 * Says which unit leads a measure and which support it. Cases of the measure that stood with the old lead, or with nobody, and that
 * nobody has in hand go to the new one.
 */
export async function changeMeasureUnits(
  ctx: ServiceContext,
  { measure, lead, supports }: MeasureUnits,
): Promise<MeasureUnitsView> {
  const admin = assertRole(ctx, 'admin')
  const { db } = ctx
  const parts = JSON.stringify([
    { key: lead, part: 'lead' },
    ...[...new Set(supports)].map((key) => ({ key, part: 'support' })),
  ])
  const measureId = measureIdOf(ctx, measure)
  const wanted = sql`
    SELECT ${measureId} AS measure_id, u.id AS unit_id, j.value ->> 'part' AS part
    FROM json_each(${parts}) j JOIN units u ON u.key = j.value ->> 'key' AND u.is_active = 1`
  const areKnown = sql`(
    ${measureId} IS NOT NULL AND (SELECT count(*) FROM (${wanted})) = json_array_length(${parts}))`
  const newLead = sql`(SELECT id FROM units WHERE key = ${lead})`
  const oldLead = sql`(SELECT unit_id FROM measure_units WHERE measure_id = ${measureId} AND part = 'lead')`
  const moving = sql`
    SELECT comment_id FROM cases INDEXED BY cases_undisposed_of_measure
    WHERE is_admissible = 1 AND disposition IS NULL AND measure_id = ${measureId} AND assignee_id IS NULL
      AND unit_id IS ${oldLead} AND unit_id IS NOT ${newLead} AND ${areKnown}`
  const whole = sql`
    SELECT id FROM responses
    WHERE measure_id = ${measureId} AND is_for_measure = 1 AND unit_id IS ${oldLead} AND ${areKnown}`
  const [[found], , , moved, , , , ...answers] = await db.batch([
    db.all<{ measure: number | null; known: number }>(
      sql`SELECT ${measureId} AS measure, ${areKnown} AS known`,
    ),
    ...moveResponses(ctx, { cases: moving, whole, key: lead, id: newLead }),
    db.run(sql`
      UPDATE cases SET unit_id = ${newLead}, assignment_version = assignment_version + 1
      WHERE comment_id IN (${moving})`),
    recordAudit(
      ctx,
      {
        action: 'measure.units_changed',
        subjectKind: 'measure',
        subjectId: measure,
        data: { lead, supports },
      },
      areKnown,
    ),
    db.run(sql`DELETE FROM measure_units WHERE measure_id = ${measureId} AND ${areKnown}`),
    db.run(sql`
      INSERT INTO measure_units (measure_id, unit_id, part)
      SELECT measure_id, unit_id, part FROM (${wanted}) WHERE ${areKnown}`),
    ...unitQueries(ctx),
  ])
  if (!found?.measure) throw new AppError('not_found')
  if (!found.known) throw invalidField('lead', 'unit_unknown')
  return { ...presentUnits(admin, answers), moved: moved.rowsAffected }
}
