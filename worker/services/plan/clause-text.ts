import { type SQL, sql } from 'drizzle-orm'
import type { ClauseChangeKind } from '../../contract/words'

/** What a revision did to a clause; `text` is null where it removed it. */
export interface ClauseChange {
  id: number
  revision: number
  kind: ClauseChangeKind
  text: string | null
}

/** A clause as it was introduced. */
export interface IntroducedClause {
  text: string
  introducedIn: number
}

/** How a clause reads at a revision; null where the plan does not have it then: not yet, or no longer. */
export function textAt(
  { text, introducedIn }: IntroducedClause,
  changes: readonly ClauseChange[],
  revision: number,
): string | null {
  if (introducedIn > revision) return null
  const last = lastChange(changes, revision)
  return last ? last.text : text
}

/** Whether a change makes a difference: one that was taken back, but is named by what was decided earlier, makes none. */
export function isEffective(
  clause: IntroducedClause,
  changes: readonly ClauseChange[],
  change: ClauseChange,
): boolean {
  return textAt(clause, changes, change.revision - 1) !== change.text
}

/** The last change of a clause up to a revision that made a difference, with the text before; null where there is none. */
export function lastEffectiveChange<Change extends ClauseChange>(
  clause: IntroducedClause,
  changes: readonly Change[],
  revision: number,
): { change: Change; before: string | null } | null {
  const change = changes
    .filter((each) => each.revision <= revision && isEffective(clause, changes, each))
    .reduce<Change | null>((last, each) => (last && last.revision > each.revision ? last : each), null)
  return change && { change, before: textAt(clause, changes, change.revision - 1) }
}

function lastChange(changes: readonly ClauseChange[], revision: number): ClauseChange | undefined {
  return changes
    .filter((change) => change.revision <= revision)
    .reduce<ClauseChange | undefined>(
      (last, each) => (last && last.revision > each.revision ? last : each),
      undefined,
    )
}

const textOf = (revision: SQL, isCounted: SQL): SQL => sql`
  CASE WHEN cl.introduced_in > ${revision} THEN '' ELSE coalesce((
    SELECT coalesce(h.text, '') FROM clause_changes h JOIN plan_revisions p ON p.id = h.plan_revision_id
    WHERE h.clause_id = cl.id AND p.published_at IS NOT NULL${isCounted}
    ORDER BY h.plan_revision_id DESC LIMIT 1), cl.text) END`

/** {@link textAt} of `clauses AS cl`, in SQL: an empty text where the plan does not have the clause. */
export const currentText: SQL = textOf(
  sql.raw(`(
  SELECT s.plan_revision FROM measures o JOIN consultations s ON s.id = o.consultation_id WHERE o.id = cl.measure_id)`),
  sql``,
)

/** The same at a published revision that need not be the last. */
export const textIn = (revision: SQL): SQL => textOf(revision, sql` AND p.number <= ${revision}`)

/** {@link isEffective} of `clause_changes AS h` of `clauses AS cl` in the published `plan_revisions AS r`, in SQL. */
export const isEffectiveChange: SQL = sql`coalesce(h.text, '') <> ${textIn(sql.raw('(r.number - 1)'))}`

/** How `clauses AS cl` last read up to a revision: what somebody read who wrote about it then, even if it was removed since. */
export const textReadAt = (revision: SQL): SQL => sql`
  coalesce((
    SELECT h.text FROM clause_changes h JOIN plan_revisions p ON p.id = h.plan_revision_id
    WHERE h.clause_id = cl.id AND p.published_at IS NOT NULL AND p.number <= ${revision} AND h.text IS NOT NULL
    ORDER BY h.plan_revision_id DESC LIMIT 1), cl.text)`
