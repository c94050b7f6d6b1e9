import { type SQL, sql } from 'drizzle-orm'
import type { CountSuggestions } from '../../contract/suggestions'
import { currentConsultation, type Meant } from '../plan/current'
import { isBlindTo } from './blindness'
import { isOfPresentText } from './open-suggestions'
import { publishedCodebook } from './read-codebook'

/**
 * What of a cluster is proposed for a code and may be settled by this person: `FROM tag_suggestions AS g …`, without
 * comments that are no longer accepted, whose text is newer than the run, or that they are coding blind.
 */
export function suggestionsOfCluster(
  ctx: Meant,
  { run, cluster, code }: CountSuggestions,
  userId: string,
): SQL {
  return sql`
    tag_suggestions g INDEXED BY tag_suggestions_of_cluster
    JOIN suggestion_runs r ON r.id = g.run_id JOIN comments c ON c.id = g.comment_id
    JOIN cases k ON k.comment_id = g.comment_id AND k.is_admissible = 1
    WHERE g.run_id = ${run} AND g.cluster = ${cluster} AND g.code_id = ${code} AND g.state = 'open'
      AND r.consultation_id = ${currentConsultation(ctx)} AND ${isOfPresentText} AND NOT ${isBlindTo(userId, sql`g.comment_id`)}
      AND EXISTS (SELECT 1 FROM codebook_entries e
        WHERE e.codebook_id = ${publishedCodebook(ctx)} AND e.code_id = g.code_id)`
}
