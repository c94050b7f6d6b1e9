import { type SQL, sql } from 'drizzle-orm'
import type { PartRefusal } from '../../contract/submissions'

/** Of a row `c` of `comments`, as JSON: why it was returned or rejected, where it still is; null of every other. */
export const refusalColumn: SQL = sql.raw(`iif(c.state IN ('returned', 'rejected'), (
  SELECT json_object('zh', w.zh, 'en', w.en, 'note', d.note)
  FROM moderation_decisions d JOIN reason_wordings w ON w.reason_id = d.reason_id AND w.version = d.reason_version
  WHERE d.comment_id = c.id AND d.decision IN ('return', 'reject')
  ORDER BY d.decided_at DESC, d.revision DESC LIMIT 1), NULL) AS refusal`)

export const parseRefusal = (json: string | null): PartRefusal | null =>
  json === null ? null : (JSON.parse(json) as PartRefusal)
