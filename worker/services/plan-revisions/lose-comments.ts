import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Draft } from './find-draft'

/** The statements that mark which comments a revision leaves without a place, and which have theirs again. */
export function loseComments({ db }: ServiceContext, { id, number }: Draft, when: SQL) {
  const changed = (kind: SQL) => sql`
    comments.measure_id IN (
      SELECT measure_id FROM clauses WHERE id IN (SELECT clause_id FROM clause_changes WHERE plan_revision_id = ${id}))
    AND comments.parent_id IS NULL AND EXISTS (
      SELECT 1 FROM clause_changes h
      WHERE h.plan_revision_id = ${id} AND h.clause_id = comments.clause_id AND ${kind})`
  const isGone = sql`(h.text IS NULL OR instr(h.text, coalesce(comments.quote, '')) = 0)`
  return [
    db.run(sql`
      UPDATE comments SET orphaned_in = ${number} WHERE orphaned_in IS NULL AND ${changed(isGone)} AND ${when}`),
    db.run(sql`
      UPDATE comments SET orphaned_in = NULL WHERE orphaned_in IS NOT NULL AND ${changed(sql`NOT ${isGone}`)} AND ${when}`),
  ] as const
}

interface Arriving {
  clauseId: number | null
  quote: string | null
  planRevision: number
  parent: unknown
}

/** The same for a comment that comes in: the revision since which its place is gone, as the database knows when it is written. */
export function orphanedSince({ clauseId, quote, planRevision, parent }: Arriving): SQL | null {
  if (clauseId === null || parent !== null) return null
  const published = sql`
    clause_changes h JOIN plan_revisions p ON p.id = h.plan_revision_id AND p.published_at IS NOT NULL
    WHERE h.clause_id = ${clauseId} AND p.number > ${planRevision}`
  const stands = sql`coalesce(instr(h.text, ${quote ?? ''}) > 0, 0)`
  return sql`(
    SELECT min(p.number) FROM ${published} AND NOT ${stands}
      AND p.number > coalesce((SELECT max(p.number) FROM ${published} AND ${stands}), 0))`
}
