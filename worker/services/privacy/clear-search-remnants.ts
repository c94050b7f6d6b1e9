import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'

/**
 * Writes the search index anew where an erased comment left it: FTS5 only marks a row as gone, and its words stay in their segment
 * until that is merged. All of it is rewritten, so once a day.
 */
export async function clearSearchRemnants({ db, now }: ServiceContext): Promise<void> {
  const [left] = await db.all<{ count: number }>(sql`SELECT count(*) AS count FROM search_remnants`)
  if (!left?.count) return
  await db.batch([
    db.run(sql`INSERT INTO comment_search (comment_search) VALUES ('optimize')`),
    db.run(sql`DELETE FROM search_remnants WHERE left_at <= ${now.getTime()}`),
  ])
}
