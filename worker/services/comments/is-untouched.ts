import { type SQL, sql } from 'drizzle-orm'

/** Of a row `c` of `comments`: it waits for its first reading, and no decision on it has been made. */
export const isUntouched: SQL = sql`(
  EXISTS (SELECT 1 FROM reviews WHERE comment_id = c.id AND kind = 'first')
  AND NOT EXISTS (SELECT 1 FROM staged_decisions WHERE comment_id = c.id))`
