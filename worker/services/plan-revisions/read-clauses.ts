import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { groupRows } from '../../db/group-rows'
import { type ChangeRow, changeColumns } from '../plan/change-rows'
import { isEffective } from '../plan/clause-text'
import { publishedRevision } from '../plan/current'
import type { FollowedTarget } from '../plan/follow-targets'

export interface StaffChangeRow extends ChangeRow {
  changed_by: string
  changed_at: number
  /** A disposition in force names it. */
  is_named: number
}

export interface RevisedClause {
  id: number
  measureId: number
  key: string
  number: number
  text: string
  introducedIn: number
  /** Those that make a difference, oldest first. */
  changes: StaffChangeRow[]
  /** Every row, those without effect too: what the state of the clause is told by. */
  rows: StaffChangeRow[]
  /** As the first revision has them. */
  targets: TargetRow[]
}

interface TargetRow extends FollowedTarget {
  clause_id: number
  key: string
}

/** Clauses of `clauses AS cl` as they were introduced, with all that revisions, the draft included, do to them. */
export async function readClauses(
  ctx: ServiceContext,
  place: SQL,
): Promise<{ published: number; clauses: RevisedClause[] }> {
  const { db } = ctx
  const [[consultation], clauses, changes, targets] = await db.batch([
    db.all<{ published: number | null }>(sql`SELECT ${publishedRevision(ctx)} AS published`),
    db.all<ClauseRow>(sql`
      SELECT cl.id, cl.measure_id, cl.key, cl.number, cl.text, cl.introduced_in FROM clauses cl WHERE ${place}
      ORDER BY cl.measure_id, cl.number`),
    db.all<StaffChangeRow>(sql`
      SELECT ${changeColumns(sql`1`)}, u.name AS changed_by, h.changed_at, ${isNamed} AS is_named
      FROM clauses cl JOIN clause_changes h ON h.clause_id = cl.id JOIN plan_revisions p ON p.id = h.plan_revision_id
      JOIN users u ON u.id = h.changed_by WHERE ${place} ORDER BY cl.id, p.number`),
    ctx.db.all<TargetRow>(sql`
      SELECT t.clause_id, t.key, t.quote, t.start_offset, t.bound, t.minimum, t.maximum, t.unit, t.indicator
      FROM clauses cl JOIN targets t ON t.clause_id = cl.id WHERE ${place} ORDER BY cl.id, t.number`),
  ])
  const targetsOf = groupRows(targets, (row) => row.clause_id)
  const rowsOf = groupRows(changes, (row) => row.clause_id)
  return {
    published: consultation?.published ?? 1,
    clauses: clauses.map(({ id, measure_id, key, number, text, introduced_in }) => {
      const rows = rowsOf.get(id) ?? []
      const clause = {
        id,
        measureId: measure_id,
        key,
        number,
        text,
        introducedIn: introduced_in,
        rows,
        targets: targetsOf.get(id) ?? [],
      }
      return { ...clause, changes: rows.filter((row) => isEffective(clause, rows, row)) }
    }),
  }
}

interface ClauseRow {
  id: number
  measure_id: number
  key: string
  number: number
  text: string
  introduced_in: number
}

/** True of `clause_changes AS h` where a disposition in force names it. */
export const isNamed = sql.raw(`EXISTS (
  SELECT 1 FROM disposition_changes d
  CROSS JOIN cases k ON k.comment_id = d.comment_id AND k.disposition_version = d.version AND k.is_admissible = 1
  WHERE d.clause_change_id = h.id)`)

/** The state of a clause's change in the draft, as an act names it; empty where there is none. */
export const seenOf = (row: Pick<StaffChangeRow, 'id' | 'changed_at'> | undefined): string =>
  row ? `${row.id}.${row.changed_at}` : ''
