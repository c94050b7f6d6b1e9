import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { ExportQuery } from '../../contract/staff'
import type { ExportAudience } from '../../contract/words'
import { AppError } from '../../errors'
import { currentConsultation } from '../plan/current'
import { type ExportScope, measureOf } from './scope'

interface Wanted {
  /** Of the consultation; the one that the context means where none is named. */
  key?: string
  audience: ExportAudience
  filters: ExportQuery
  takenAt: Date
}

interface Row {
  id: number
  key: string
  title: string
  authority: string
  opens_at: number
  closes_at: number
  last_comment_id: number
  last_audit_id: number
  is_result_public: number
}

/** Finds the consultation and fixes which comments an export is of. */
export async function openScope(
  ctx: ServiceContext,
  { key, audience, filters, takenAt }: Wanted,
): Promise<ExportScope> {
  const { db, actor } = ctx
  const [row] = await db.all<Row>(sql`
    SELECT id, key, title, authority, opens_at, closes_at,
      (SELECT coalesce(max(id), 0) FROM comments) AS last_comment_id,
      (SELECT coalesce(max(id), 0) FROM audit_log) AS last_audit_id,
      EXISTS (SELECT 1 FROM results WHERE consultation_id = consultations.id) AS is_result_public
    FROM consultations WHERE id = ${currentConsultation({ consultation: key ?? ctx.consultation })}`)
  if (!row) throw new AppError('not_found')
  const scope: ExportScope = {
    consultationId: row.id,
    consultationKey: row.key,
    audience,
    filters,
    isDisclosed: audience === 'staff' || row.is_result_public === 1,
    readerId: audience === 'staff' && actor.kind === 'user' ? actor.id : null,
    lastCommentId: row.last_comment_id,
    lastAuditId: row.last_audit_id,
    about: {
      consultation: row.title,
      authority: row.authority,
      opensAt: new Date(row.opens_at).toISOString(),
      closesAt: new Date(row.closes_at).toISOString(),
      takenAt: takenAt.toISOString(),
      filters,
    },
  }
  if (filters.measure) {
    const [found] = await db.all<{ id: number | null }>(
      sql`SELECT ${measureOf(scope, filters.measure)} AS id`,
    )
    if (!found || found.id === null) throw new AppError('not_found')
  }
  return scope
}

/** How many acts of the office and of authors fell into the time since: an export that takes long may be of both sides of them. */
export async function countActsSince({ db }: ServiceContext, { lastAuditId }: ExportScope): Promise<number> {
  const [row] = await db.all<{ count: number }>(sql`
    SELECT count(*) AS count FROM audit_log
    WHERE id > ${lastAuditId} AND subject_kind NOT IN ('export', 'user')`)
  return row?.count ?? 0
}
