import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../../context'
import type { ExportRecordView } from '../../../contract/exports'
import { AppError } from '../../../errors'
import { recordAudit } from '../../audit/record'
import { findExport } from './list-exports'

/** Stops an export at its next page: one's own, or as an administrator any. */
export async function cancelExport(ctx: ServiceContext, id: string): Promise<ExportRecordView> {
  assertRole(ctx, 'staff')
  const { db, now } = ctx
  const found = await findExport(ctx, id)
  if (!found) throw new AppError('not_found')
  if (found.state !== 'running') throw new AppError('export_ended')
  if (!found.mayCancel) throw new AppError('forbidden')
  const at = now.getTime()
  const [cancelled] = await db.batch([
    db.run(sql`
      UPDATE exports SET state = 'cancelled', seen_at = ${at}, ended_at = ${at}
      WHERE id = ${id} AND state = 'running'`),
    recordAudit(
      ctx,
      { action: 'export.cancelled', subjectKind: 'export', subjectId: id },
      sql`changes() > 0`,
    ),
  ])
  const after = await findExport(ctx, id)
  if (cancelled.rowsAffected === 0 || !after) throw new AppError('export_ended')
  return after
}
