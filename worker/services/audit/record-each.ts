import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { auditLog } from '../../db/schema'
import type { AuditEntry } from './record'

/**
 * As `recordAudit` of one act on many: a row for each that `subjects` selects, as `subject_id` and `data` in JSON, in the batch
 * that does it.
 */
export function recordAuditOfEach(
  ctx: ServiceContext,
  { action, subjectKind }: Pick<AuditEntry, 'action' | 'subjectKind'>,
  subjects: SQL,
) {
  const { actor } = ctx
  return ctx.db.run(sql`
    INSERT INTO ${auditLog} (at, request_id, actor_kind, actor_id, action, subject_kind, subject_id, data)
    SELECT ${ctx.now.getTime()}, ${ctx.requestId}, ${actor.kind}, ${actor.kind === 'user' ? actor.id : null},
      ${action}, ${subjectKind}, s.subject_id, s.data FROM (${subjects}) AS s`)
}
