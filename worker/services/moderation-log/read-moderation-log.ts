import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import {
  type LogEntry,
  loggedDecisions,
  type ModerationLog,
  type ModerationLogQuery,
} from '../../contract/moderation-log'
import type { Decision, RedactionReason, SignalKind } from '../../contract/words'
import { standsInThread } from '../comments/is-public'
import { parseCursor, takePage } from '../paging/cursor'
import { currentConsultation } from '../plan/current'
import { suggestingTextColumn } from '../wordings/wording-columns'

/** A text with one of these in it is not shown in the log, whatever its reason allows. */
const personal: SignalKind[] = [
  'id_number',
  'phone',
  'bank_card',
  'email',
  'plate',
  'social_account',
  'address',
]

/** What moderators decided, newest first, without their names and without anybody's data. */
export async function readModerationLog(
  ctx: ServiceContext,
  query: ModerationLogQuery,
): Promise<ModerationLog> {
  const limit = query.limit ?? limits.pageSize
  const after = parseCursor(query.after, 2)
  const beyond = after
    ? sql`AND (d.decided_at, d.rowid) < (${BigInt(after[0] ?? 0)}, ${BigInt(after[1] ?? 0)})`
    : sql``
  const newest = (decision: Decision): SQL => sql`
    SELECT * FROM (SELECT d.rowid AS row, d.decided_at FROM moderation_decisions d INDEXED BY moderation_decisions_by_kind
      WHERE d.decision = ${decision} ${beyond}
        AND (SELECT consultation_id FROM comments WHERE id = d.comment_id) = ${currentConsultation(ctx)} ORDER BY d.decided_at DESC, d.rowid DESC LIMIT ${limit + 1})`
  const kinds = query.decision ? [query.decision] : loggedDecisions
  const rows = await ctx.db.all<Row>(sql`
    SELECT n.row, d.decided_at, d.decision, d.reason_id, w.zh, w.en, c.public_id, (${standsInThread}) AS is_public, m.key AS measure_key,
      m.short_title, m.short_title_en,
      (SELECT json_group_array(reason) FROM (
        SELECT reason FROM redactions WHERE decision_id = d.id ORDER BY number)) AS redactions,
      iif(c.state = 'rejected' AND d.decision = 'reject' AND d.revision = c.revision AND c.is_publishable = 1
        AND r.is_text_hidden = 0 AND NOT EXISTS (
          SELECT 1 FROM comment_signals s WHERE s.comment_id = c.id AND s.kind IN ${personal}), ${suggestingTextColumn}, NULL) AS text
    FROM (${sql.join(kinds.map(newest), sql` UNION ALL `)} ORDER BY decided_at DESC, row DESC LIMIT ${limit + 1}) AS n
    JOIN moderation_decisions d ON d.rowid = n.row
    JOIN comments c ON c.id = d.comment_id JOIN measures m ON m.id = c.measure_id
    JOIN reasons r ON r.id = d.reason_id
    JOIN reason_wordings w ON w.reason_id = d.reason_id AND w.version = d.reason_version
    ORDER BY n.decided_at DESC, n.row DESC`)
  return takePage(rows, limit, present, (row) => [row.decided_at, row.row])
}

interface Row {
  row: number
  decided_at: number
  decision: Decision
  reason_id: string
  zh: string
  en: string
  public_id: string
  is_public: number
  measure_key: string
  short_title: string
  short_title_en: string
  redactions: string
  text: string | null
}

function present(row: Row): LogEntry {
  return {
    at: new Date(row.decided_at).toISOString(),
    publicId: row.public_id,
    measure: { key: row.measure_key, shortTitle: row.short_title, shortTitleEn: row.short_title_en },
    decision: row.decision,
    reason: { id: row.reason_id, zh: row.zh, en: row.en },
    redactions: JSON.parse(row.redactions) as RedactionReason[],
    text: row.text,
    isPublic: row.is_public === 1,
  }
}
