import { sql } from 'drizzle-orm'
import { units } from '../../seeds/units'
import type { ServiceContext } from '../context'
import { currentConsultation } from '../services/plan/current'

/** Fills the table of units where it is empty, and says whose the measures of the plan are. */
export async function sowUnits(ctx: ServiceContext): Promise<void> {
  const { db } = ctx
  const parts = units.flatMap(({ key, leads, supports }) => [
    ...leads.map((measure) => ({ key, measure, part: 'lead' })),
    ...supports.map((measure) => ({ key, measure, part: 'support' })),
  ])
  const isEmpty = sql`NOT EXISTS (SELECT 1 FROM measure_units)`
  await db.batch([
    db.run(sql`
      INSERT INTO units (key, name, name_en)
      SELECT value ->> 'key', value ->> 'zh', value ->> 'en' FROM json_each(${JSON.stringify(units)})
      WHERE NOT EXISTS (SELECT 1 FROM units)`),
    db.run(sql`
      INSERT INTO measure_units (measure_id, unit_id, part)
      SELECT m.id, u.id, p.value ->> 'part' FROM json_each(${JSON.stringify(parts)}) p
      JOIN measures m ON m.consultation_id = ${currentConsultation(ctx)} AND m.key = p.value ->> 'measure'
      JOIN units u ON u.key = p.value ->> 'key' WHERE ${isEmpty}`),
    db.run(sql`
      UPDATE cases SET unit_id = (
        SELECT unit_id FROM measure_units WHERE measure_id = cases.measure_id AND part = 'lead')
      WHERE unit_id IS NULL`),
  ])
}
