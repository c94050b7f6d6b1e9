import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { ExportQuery } from '../../contract/staff'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { currentConsultation, measureIdOf } from '../plan/current'
import type { ExportAbout, ExportRow } from './export-row'
import { readExportRows } from './read-export-rows'

export type ExportFormat = 'csv' | 'xlsx'

/** Opens an export and records who took what; the rows are read only as they are sent. */
export async function exportComments(
  ctx: ServiceContext,
  format: ExportFormat,
  filters: ExportQuery,
): Promise<{ about: ExportAbout; rows: AsyncIterable<ExportRow[]> }> {
  assertRole(ctx, 'staff')
  const { db } = ctx
  const [found] = await db.batch([
    db.all<{ title: string; measure_id: number | null }>(sql`
      SELECT title, ${filters.measure ? measureIdOf(filters.measure) : sql`0`} AS measure_id
      FROM consultations WHERE id = ${currentConsultation}`),
    recordAudit(
      ctx,
      {
        action: 'comments.exported',
        subjectKind: 'export',
        subjectId: `comments.${format}`,
        data: filters,
      },
      filters.measure ? sql`${measureIdOf(filters.measure)} IS NOT NULL` : undefined,
    ),
  ])
  const consultation = found[0]
  if (!consultation || consultation.measure_id === null) throw new AppError('not_found')
  return {
    about: { consultation: consultation.title, takenAt: ctx.now.toISOString(), filters },
    rows: readExportRows(ctx, filters),
  }
}
