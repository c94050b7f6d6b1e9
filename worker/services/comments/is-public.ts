import { sql } from 'drizzle-orm'

/**
 * The one predicate for what anybody may read of `comments AS c`. A state of `published` implies consent, by CHECK; what its
 * author had erased is there for nobody. It is spelt with literals so that SQLite can use the partial indexes.
 */
export const isPublic = isPublicAs('c')

export function isPublicAs(alias: 'c' | 'r') {
  return sql.raw(`${alias}.state = 'published' AND ${alias}.erased_at IS NULL`)
}

/** Of those, and of what was erased, what stands in a thread: an erased comment only for the replies that it has. */
export const standsInThread = standsInThreadAs('c')

export function standsInThreadAs(alias: 'c' | 'r') {
  return sql.raw(`${alias}.state = 'published' AND (${alias}.erased_at IS NULL OR ${alias}.reply_count > 0)`)
}

/** What was published counts and is listed as such, erased or not: its words are not there any more. */
export function wasPublishedAs(alias: 'c' | 'r') {
  return sql.raw(`${alias}.state = 'published'`)
}
