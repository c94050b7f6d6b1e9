import { sql } from 'drizzle-orm'
import type { UserActor } from '../../context'
import type { AssignmentView } from '../../contract/casework'

/** Whose `cases AS k` is: with `units AS kn` and `users AS ka` joined. */
export const assignmentColumns = sql.raw(`
  k.assignment_version, k.due_at, kn.key AS unit_key, kn.name AS unit_name, kn.name_en AS unit_name_en,
  ka.id AS assignee_id, ka.name AS assignee,
  ka.role IN ('staff', 'admin') AND ka.disabled_at IS NULL AS is_assignee_active`)
export const assignmentJoins = sql.raw(`
  LEFT JOIN units kn ON kn.id = k.unit_id LEFT JOIN users ka ON ka.id = k.assignee_id`)

export interface AssignmentRow {
  assignment_version: number
  due_at: number | null
  unit_key: string | null
  unit_name: string | null
  unit_name_en: string | null
  assignee_id: string | null
  assignee: string | null
  is_assignee_active: number | null
}

export function presentAssignment(me: UserActor, row: AssignmentRow): AssignmentView {
  return {
    version: row.assignment_version,
    unit:
      row.unit_key !== null && row.unit_name !== null && row.unit_name_en !== null
        ? { key: row.unit_key, name: row.unit_name, nameEn: row.unit_name_en }
        : null,
    assignee:
      row.assignee_id !== null && row.assignee !== null
        ? {
            id: row.assignee_id,
            name: row.assignee,
            isMe: row.assignee_id === me.id,
            isActive: row.is_assignee_active === 1,
          }
        : null,
    dueAt: row.due_at === null ? null : new Date(row.due_at).toISOString(),
  }
}
