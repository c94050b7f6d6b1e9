import { type SQL, sql } from 'drizzle-orm'
import type { ClauseChangeChoice } from '../../contract/dispositions'
import type { ClauseChangeKind } from '../../contract/words'
import { groupRows } from '../../db/group-rows'
import { isEffective } from '../plan/clause-text'

/** Of `clause_changes AS h` in the revision `p`, with the clause `cl` as it was introduced. */
export const clauseChangeColumns: SQL = sql.raw(`
  h.id, cl.id AS clause_id, cl.key AS clause_key, cl.text AS introduced_text, cl.introduced_in, h.kind, h.text,
  p.number AS revision, p.published_at`)

export interface ClauseChangeRow {
  id: number
  clause_id: number
  clause_key: string
  introduced_text: string
  introduced_in: number
  kind: ClauseChangeKind
  text: string | null
  revision: number
  published_at: number | null
}

/** Without those that were taken back. The rows are all that there are of their clauses. */
export function effectiveOf(rows: ClauseChangeRow[]): ClauseChangeRow[] {
  const changesOf = groupRows(rows, ({ clause_id }) => clause_id)
  return rows.filter((row) => {
    const clause = { text: row.introduced_text, introducedIn: row.introduced_in }
    return isEffective(clause, changesOf.get(row.clause_id) ?? [], row)
  })
}

export function presentChange(row: ClauseChangeRow): ClauseChangeChoice {
  return {
    id: row.id,
    clauseKey: row.clause_key,
    kind: row.kind,
    text: row.text,
    planRevision: row.revision,
    isPublished: row.published_at !== null,
  }
}
