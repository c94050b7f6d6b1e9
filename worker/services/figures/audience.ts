import { type SQL, sql } from 'drizzle-orm'

/** Staff see figures of all that was accepted, the public of what is published. */
export type FigureAudience = 'staff' | 'public'

/** The states that the rows of a counter `AS n` are summed over. */
export function isCounted(audience: FigureAudience): SQL {
  return sql.raw(audience === 'public' ? `n.state = 'published'` : `n.state IN ('published', 'private')`)
}
