import { type SQL, sql } from 'drizzle-orm'

/**
 * Of a row `c` of `comments` whose place in a response a later version took, as JSON: the number of the comment that has it since,
 * null in it where that version left the place out; null for every other comment.
 */
export const replacementColumn: SQL = sql.raw(`(
  SELECT json_object('by', (
    SELECT later.public_id FROM submission_comments s JOIN comments later ON later.id = s.comment_id
    WHERE s.submission_id = earlier.submission_id AND s.first_version = earlier.replaced_in
      AND s.measure_id = earlier.measure_id AND s.clause_id IS earlier.clause_id))
  FROM submission_comments earlier
  WHERE earlier.comment_id = c.id AND earlier.replaced_in IS NOT NULL) AS replacement`)

export function parseReplacement(json: string | null): { isReplaced: boolean; replacedBy: string | null } {
  if (json === null) return { isReplaced: false, replacedBy: null }
  const { by } = JSON.parse(json) as { by: string | null }
  return { isReplaced: true, replacedBy: by }
}

/**
 * The number of the public comment that has the place of `p` of `submission_comments` in its response now; null where none has.
 */
export const standingInPlace: SQL = sql.raw(`(
  SELECT later.public_id FROM submission_comments s JOIN comments later ON later.id = s.comment_id
  WHERE s.submission_id = p.submission_id AND s.replaced_in IS NULL AND s.measure_id = p.measure_id
    AND coalesce(s.clause_id, 0) = coalesce(p.clause_id, 0) AND later.state = 'published' AND later.erased_at IS NULL)`)
