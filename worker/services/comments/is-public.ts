import { sql } from 'drizzle-orm'

/**
 * The one predicate for what anybody may read of `comments AS c`. A state of `published` implies consent, by CHECK.
 * It is spelt with a literal so that SQLite can use the partial indexes.
 */
export const isPublic = isPublicAs('c')

/** The same, where the comments go by another name in the statement. */
export function isPublicAs(alias: 'c' | 'r') {
  return sql.raw(`${alias}.state = 'published'`)
}
