import { type SQL, sql } from 'drizzle-orm'

/** The comment that has the place of `p` of `submission_comments` in its response now. */
const standing = `submission_comments s JOIN comments later ON later.id = s.comment_id
  WHERE s.submission_id = p.submission_id AND s.replaced_in IS NULL AND s.measure_id = p.measure_id
    AND coalesce(s.clause_id, 0) = coalesce(p.clause_id, 0)`

/**
 * Of a row `c` of `comments` whose place in a response a later version took, as JSON: the number of the comment that has it now,
 * null in it where none has; null for every other comment.
 */
export const replacementColumn: SQL = sql.raw(`(
  SELECT json_object('by', (SELECT later.public_id FROM ${standing}))
  FROM submission_comments p WHERE p.comment_id = c.id AND p.replaced_in IS NOT NULL) AS replacement`)

export function parseReplacement(json: string | null): { isReplaced: boolean; replacedBy: string | null } {
  if (json === null) return { isReplaced: false, replacedBy: null }
  const { by } = JSON.parse(json) as { by: string | null }
  return { isReplaced: true, replacedBy: by }
}

/** The same for everybody: of `comments AS c` that was public until a later version withdrew it, with the number of what is public now. */
export const publicReplacement: SQL = sql.raw(`
  SELECT 1 AS is_replaced, (
    SELECT later.public_id FROM ${standing} AND later.state = 'published' AND later.erased_at IS NULL) AS replaced_by
  FROM comments c JOIN submission_comments p ON p.comment_id = c.id AND p.replaced_in IS NOT NULL
  WHERE c.is_publishable = 1 AND EXISTS (SELECT 1 FROM cases WHERE comment_id = c.id)
    AND coalesce((
      SELECT decision FROM moderation_decisions WHERE comment_id = c.id ORDER BY decided_at DESC LIMIT 1
    ), 'publish') NOT IN ('reject', 'return')`)
