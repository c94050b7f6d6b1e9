import { type SQL, sql } from 'drizzle-orm'
import type { UserActor } from '../../context'

interface Belonging {
  measure: SQL
  unit: SQL
  assignee?: SQL
}

/**
 * True where this person deals with what a unit has: as one of the unit, of one that leads or supports the measure, as the
 * one it is assigned to, or as an administrator. What no unit has is any staff member's.
 */
export function isTheirs(me: UserActor, { measure, unit, assignee }: Belonging): SQL {
  if (me.role === 'admin') return sql`1`
  return sql`(${unit} IS NULL ${assignee ? sql`OR ${assignee} IS ${me.id}` : sql``}
    OR EXISTS (SELECT 1 FROM unit_members um WHERE um.user_id = ${me.id} AND (um.unit_id = ${unit}
      OR EXISTS (SELECT 1 FROM measure_units mu WHERE mu.measure_id = ${measure} AND mu.unit_id = um.unit_id))))`
}

/** The same of `cases AS k`. */
export function isTheirCase(me: UserActor): SQL {
  return isTheirs(me, {
    measure: sql.raw('k.measure_id'),
    unit: sql.raw('k.unit_id'),
    assignee: sql.raw('k.assignee_id'),
  })
}
