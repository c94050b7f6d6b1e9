import { type SQL, sql } from 'drizzle-orm'
import { noSupports, type SupportCounts } from '../../contract/supports'

/** Of a row `c` of `comments`: by how many of each kind it is supported. */
export const supportsColumn: SQL = sql`
  (SELECT json_group_object(kind, count) FROM support_counts WHERE comment_id = c.id) AS supports`

export function parseSupports(json: string): SupportCounts {
  return { ...noSupports, ...JSON.parse(json) }
}
