import { type SQL, sql } from 'drizzle-orm'
import type { ChangedClause, Outcome } from '../../contract/results'
import type { Disposition } from '../../contract/words'
import { isEffectiveChange, textReadAt } from '../plan/clause-text'

/** True once the result of the consultation of `comments` (`AS c` or not) or `measures AS m` is public: until then no disposition is. */
export const isResultPublicAs = (alias: 'c' | 'm' | 'comments') =>
  sql.raw(`(SELECT result_at FROM consultations WHERE id = ${alias}.consultation_id) IS NOT NULL`)

/** How `clauses AS cl` read in the first revision; null where it was not there. */
export const firstText = sql.raw('iif(cl.introduced_in > 1, NULL, cl.text)')

/** `clauses AS cl` that read otherwise by now than at first, each with the last published change `h`. */
export const changedClauses: SQL = sql`
  clauses cl JOIN clause_changes h ON h.text IS NOT ${firstText} AND h.id = (
    SELECT x.id FROM clause_changes x JOIN plan_revisions p ON p.id = x.plan_revision_id
    WHERE x.clause_id = cl.id AND p.published_at IS NOT NULL ORDER BY p.number DESC LIMIT 1)`

/** How `clauses AS cl` read before `plan_revisions AS r`. */
const textBefore = sql`iif(cl.introduced_in >= r.number, NULL, ${textReadAt(sql.raw('r.number - 1'))})`

const changeOf = (before: SQL) =>
  sql`json_object('key', cl.key, 'kind', h.kind, 'before', ${before}, 'after', h.text)`

/** What became of `cases AS k`, as JSON; null where nobody disposed of it. Only changes that a published revision has made count: none that was taken back. */
export const outcomeColumn: SQL = sql`(
  SELECT json_object('disposition', d.disposition, 'reason', d.reason, 'passedTo', d.passed_to, 'changes', json((
    SELECT json_group_array(json(change)) FROM (
      SELECT ${changeOf(textBefore)} AS change FROM disposition_changes l
      CROSS JOIN clause_changes h ON h.id = l.clause_change_id CROSS JOIN clauses cl ON cl.id = h.clause_id
      CROSS JOIN plan_revisions r ON r.id = h.plan_revision_id AND r.published_at IS NOT NULL
      WHERE l.comment_id = d.comment_id AND l.version = d.version AND ${isEffectiveChange}
      ORDER BY cl.measure_id, cl.number, r.number))))
  FROM dispositions d WHERE d.comment_id = k.comment_id AND d.version = k.disposition_version)`

export function parseOutcome(json: string | null): Outcome | null {
  if (json === null) return null
  const { disposition, reason, passedTo, changes } = JSON.parse(json) as {
    disposition: Disposition
    reason: string
    passedTo: string | null
    changes: ChangedClause[]
  }
  return { disposition, reason, passedTo, changes }
}

/** The clauses of a measure that published revisions changed, last change of each, in the order of the plan. */
export const changedClausesOf = (measureId: SQL): SQL => sql`
  SELECT ${changeOf(firstText)} AS change FROM ${changedClauses}
  WHERE cl.measure_id = ${measureId} ORDER BY cl.number`
