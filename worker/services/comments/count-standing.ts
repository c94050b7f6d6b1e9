import { type SQL, sql } from 'drizzle-orm'

/**
 * Rows of `clause_id, participant_kind, stance, count` that add up to what stands in the threads of these measures: what was
 * published, less what was erased and has no replies. The latter is as small as its index.
 */
export const countStanding = (measures: SQL): SQL => sql`
  SELECT measure_id, clause_id, participant_kind, stance, count FROM comment_counts
  WHERE measure_id IN (${measures}) AND state = 'published'
  UNION ALL SELECT measure_id, coalesce(clause_id, 0), participant_kind, stance, -count(*)
  FROM comments INDEXED BY comments_gone
  WHERE measure_id IN (${measures}) AND state = 'published' AND erased_at IS NOT NULL AND reply_count = 0
  GROUP BY 1, 2, 3, 4`
