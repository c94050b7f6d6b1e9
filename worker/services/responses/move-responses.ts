import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { recordAuditOfEach } from '../audit/record-each'

interface Move {
  /** Ids of the comments whose cases the batch is about to give to the unit. */
  cases: SQL
  /** Ids of the answers to measures that go with them. */
  whole?: SQL
  /** The unit's. */
  key: string
  id: SQL
}

/**
 * The statements, for the batch that gives cases to a unit and before it does, by which an answer that was never public goes with
 * them, once all that it answers is that unit's.
 */
export function moveResponses(ctx: ServiceContext, { cases, whole = sql`SELECT NULL`, key, id }: Move) {
  const following = sql`
    SELECT r.id FROM responses r WHERE r.published_version IS NULL AND r.unit_id IS NOT ${id} AND ${id} IS NOT NULL
      AND r.id IN (SELECT response_id FROM cases WHERE comment_id IN (${cases}) UNION ALL ${whole})
      AND NOT EXISTS (SELECT 1 FROM cases o INDEXED BY cases_of_response WHERE o.response_id = r.id
        AND o.is_admissible = 1 AND o.unit_id IS NOT ${id} AND o.comment_id NOT IN (${cases}))`
  return [
    recordAuditOfEach(
      ctx,
      { action: 'response.unit_changed', subjectKind: 'response' },
      sql`SELECT CAST(f.id AS TEXT) AS subject_id, ${JSON.stringify({ unit: key })} AS data FROM (${following}) f`,
    ),
    ctx.db.run(sql`UPDATE responses SET unit_id = ${id} WHERE id IN (${following})`),
  ] as const
}
