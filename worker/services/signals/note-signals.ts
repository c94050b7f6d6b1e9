import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Signal } from '../../contract/personal-data/signal'
import type { Query } from '../../db/client'

/**
 * The statement that keeps the signals of a revision, for the batch that brings its text; `isThis` is a condition on the
 * row of `comments`. It may stand before or after the statement that opens the review.
 */
export function noteSignals(
  { db }: ServiceContext,
  signals: readonly Signal[],
  { isThis, revision }: { isThis: SQL; revision: number },
): Query[] {
  if (signals.length === 0) return []
  return [
    db.run(sql`
      INSERT INTO comment_signals (comment_id, revision, kind, start_offset, end_offset, detail)
      SELECT c.id, ${revision}, s.value ->> 'kind', s.value ->> 'start', s.value ->> 'end', s.value ->> 'detail'
      FROM comments c CROSS JOIN json_each(${JSON.stringify(signals)}) s WHERE ${isThis} ORDER BY s.key`),
  ]
}
