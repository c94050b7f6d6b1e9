import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext, UserActor } from '../../context'
import { isInForce } from './open-suggestions'
import { publishedCodebook } from './read-codebook'

/** A tag for each open suggestion (`tag_suggestions AS g`) whose code the comment does not have yet. */
export function insertAcceptedTags(ctx: ServiceContext, me: UserActor, which: SQL) {
  const { db, now } = ctx
  return db.run(sql`
    INSERT INTO tags (comment_id, comment_revision, code_id, codebook_id, suggestion_id, tagged_by, tagged_at)
    SELECT c.id, c.revision, g.code_id, ${publishedCodebook(ctx)}, g.id, ${me.id}, ${now.getTime()}
    FROM tag_suggestions g JOIN comments c ON c.id = g.comment_id
    JOIN cases k ON k.comment_id = c.id AND k.is_admissible = 1
    WHERE ${which} AND NOT EXISTS (SELECT 1 FROM tags t
      WHERE t.comment_id = g.comment_id AND t.code_id = g.code_id AND ${isInForce})
    ON CONFLICT DO NOTHING`)
}
