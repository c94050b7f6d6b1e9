import { type SQL, sql } from 'drizzle-orm'
import type { Meant } from '../plan/current'
import { isBlindTo } from './blindness'
import { publishedCodebook } from './read-codebook'

/** Whether a tag `AS t` is on the present text of a comment `AS c`: one put on an earlier text is kept and counts no more. */
export const isInForce: SQL = sql.raw('(t.removed_at IS NULL AND t.comment_revision = c.revision)')

/** Whether a suggestion of a run `AS r` for a comment `AS c` is of that comment's present text. */
export const isOfPresentText: SQL = sql.raw('(r.completed_at IS NOT NULL AND c.submitted_at <= r.made_at)')

/**
 * What this person may settle of the machine's proposals: `FROM tag_suggestions AS g … WHERE …`, to be read along an index
 * of the open ones. When a run is complete it takes the place of those before it, so that what is open is of the latest.
 */
export const openSuggestions = (
  ctx: Meant,
  userId: string,
  index: 'tag_suggestions_open' | 'tag_suggestions_open_of_measure',
): SQL =>
  sql`tag_suggestions g INDEXED BY ${sql.raw(index)}
    CROSS JOIN suggestion_runs r ON r.id = g.run_id CROSS JOIN comments c ON c.id = g.comment_id
    CROSS JOIN cases k ON k.comment_id = g.comment_id AND k.is_admissible = 1
    WHERE g.state = 'open' AND ${isOfPresentText} AND NOT ${isBlindTo(userId, sql`g.comment_id`)}
      AND EXISTS (SELECT 1 FROM codebook_entries e WHERE e.codebook_id = ${publishedCodebook(ctx)} AND e.code_id = g.code_id)
      AND NOT EXISTS (
        SELECT 1 FROM tags t WHERE t.comment_id = g.comment_id AND t.code_id = g.code_id AND ${isInForce})`
