import { is, SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { auditLog } from '../../db/schema'
import type { Act } from './acts'

export interface AuditEntry {
  action: Act
  subjectKind:
    | 'attachment'
    | 'comment'
    | 'consultation'
    | 'user'
    | 'unit'
    | 'measure'
    | 'export'
    | 'reason'
    | 'banned_word'
    | 'plan_revision'
    | 'codebook'
    | 'suggestion_run'
    | 'coding_sample'
    | 'response'
    | 'standard_text'
    | 'offline_import'
    | 'enterprise'
    | 'follow'
    | 'privacy_notice'
    | 'retention'
    | 'submission'
  /** An expression where the same batch makes the subject. */
  subjectId: string | SQL
  /** Positions, codes and counts; never a participant's words or contact. An expression where only the batch can count. */
  data?: Record<string, unknown> | SQL
}

/** The statement that records an act, for the batch that does it; with `when`, only if that condition then holds. */
export function recordAudit(ctx: ServiceContext, entry: AuditEntry, when: SQL = sql`1`) {
  const { actor } = ctx
  const data = is(entry.data, SQL) ? entry.data : JSON.stringify(entry.data ?? {})
  return ctx.db.run(sql`
    INSERT INTO ${auditLog} (at, request_id, actor_kind, actor_id, action, subject_kind, subject_id, data)
    SELECT ${ctx.now.getTime()}, ${ctx.requestId}, ${actor.kind}, ${actor.kind === 'user' ? actor.id : null},
      ${entry.action}, ${entry.subjectKind}, ${entry.subjectId}, ${data}
    WHERE ${when}`)
}
