import { type SQL, sql } from 'drizzle-orm'
import { assertRole, isRoleAmong, type ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import type { DecidedItem, DecidedQuery, DecidedView } from '../../contract/moderation/decided'
import { type CommentState, type Decision, decisions } from '../../contract/words'
import { type CommentRow, commentColumns, presentComment, wholeTextOf } from '../comments/present'
import { nextState } from '../comments/rules'
import { parseCursor, takePage } from '../paging/cursor'
import { currentConsultation } from '../plan/current'
import { hiddenPassages, parsePassages } from './hidden-passages'

/** What took effect, newest first, each with the comment as it stands now and what may be decided anew. */
export async function listDecided(ctx: ServiceContext, query: DecidedQuery): Promise<DecidedView> {
  const actor = assertRole(ctx, 'moderator')
  const mayDecideAnew = isRoleAmong(actor.role, ['senior_moderator'])
  const limit = Math.min(query.limit ?? limits.pageSize, limits.queuePageSize)
  const after = parseCursor(query.after, 2)
  const rows = await ctx.db.all<DecidedRow>(sql`
    SELECT ${commentColumns}, d.id AS decision_id, d.rowid AS number, d.decided_at, d.decision, d.note,
      d.internal_note, d.reason_id, w.zh, w.en, u.name AS by, c.state, m.short_title,
      d.revision AS decided_revision, ${hiddenPassages} AS redactions,
      NOT EXISTS (SELECT 1 FROM reviews WHERE comment_id = c.id AND kind <> 'recheck')
        AND NOT EXISTS (SELECT 1 FROM staged_decisions WHERE comment_id = c.id)
        AND d.id = (SELECT id FROM moderation_decisions WHERE comment_id = c.id ORDER BY decided_at DESC LIMIT 1)
        AS is_last
    FROM (
      SELECT rowid FROM moderation_decisions INDEXED BY ${indexFor(query)}
      WHERE ${query.decision ? sql`decision = ${query.decision}` : sql`1`} AND ${isOfConsultation(ctx)}
        ${after ? sql`AND (decided_at, rowid) < (${BigInt(after[0] ?? 0)}, ${BigInt(after[1] ?? 0)})` : sql``}
      ORDER BY decided_at DESC, rowid DESC LIMIT ${limit + 1}) AS page
    CROSS JOIN moderation_decisions d ON d.rowid = page.rowid
    CROSS JOIN comments c ON c.id = d.comment_id JOIN measures m ON m.id = c.measure_id
    JOIN users u ON u.id = d.decided_by
    JOIN reason_wordings w ON w.reason_id = d.reason_id AND w.version = d.reason_version
    ORDER BY d.decided_at DESC, d.rowid DESC`)
  return takePage(
    rows,
    limit,
    (row) => presentDecided(row, mayDecideAnew),
    (row) => [row.decided_at, row.number],
  )
}

/** Of `moderation_decisions`. */
const isOfConsultation = (ctx: ServiceContext): SQL =>
  sql`(SELECT consultation_id FROM comments WHERE id = comment_id) = ${currentConsultation(ctx)}`

function indexFor({ decision }: DecidedQuery): SQL {
  return sql.raw(decision ? 'moderation_decisions_by_kind' : 'moderation_decisions_by_time')
}

interface DecidedRow extends CommentRow {
  decision_id: string
  number: number
  decided_at: number
  decision: Decision
  note: string | null
  internal_note: string | null
  reason_id: string
  zh: string
  en: string
  by: string
  state: CommentState
  short_title: string
  decided_revision: number
  redactions: string
  is_last: number
}

function presentDecided(row: DecidedRow, mayDecideAnew: boolean): DecidedItem {
  const { publicId, author, measureKey, ...text } = presentComment(row)
  return {
    decisionId: row.decision_id,
    at: new Date(row.decided_at).toISOString(),
    by: row.by,
    decision: row.decision,
    reason: { id: row.reason_id, zh: row.zh, en: row.en },
    note: row.note,
    internalNote: row.internal_note,
    publicId,
    revision: row.decided_revision,
    state: row.state,
    author,
    measure: { key: measureKey, shortTitle: row.short_title },
    body: wholeTextOf(text),
    wording: text.wording,
    redactions: parsePassages(row.redactions),
    mayDecide: mayDecideAnew && row.is_last ? actsAnew(row.state) : [],
  }
}

/** An appeal is upheld, a decision that nobody appealed against is not. */
const actsAnew = (state: CommentState) =>
  decisions.filter((decision) => decision !== 'uphold' && nextState(state, decision, true) !== null)
