import { type SQL, sql } from 'drizzle-orm'

/** Staff see figures of all that was accepted, the public of what is published. */
export type FigureAudience = 'staff' | 'public'

/** The states that the rows of a counter `AS n` are summed over. */
export function isCounted(audience: FigureAudience): SQL {
  return sql.raw(audience === 'public' ? `n.state = 'published'` : `n.state IN ('published', 'private')`)
}

/**
 * The count of a counter `AS n` of profiles or targets. The public is shown what it was when at least five opinions had come
 * in since the time before: next to a new comment, a figure that moved by one would tell what its author said.
 */
export function countShown(audience: FigureAudience): SQL {
  return sql.raw(audience === 'public' ? 'n.public_count' : 'n.count')
}
