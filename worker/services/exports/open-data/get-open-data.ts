import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../../context'
import type { OpenDataView } from '../../../contract/exports'
import { AppError } from '../../../errors'
import { currentConsultation } from '../../plan/current'
import { readSnapshot } from './open-snapshot'
import { fieldName, openTables } from './open-tables'
import { openDataKind } from './take-open-data'

/** What the archive of the current consultation holds, and the hash of the last one that was sent of these data. */
export async function getOpenData(ctx: ServiceContext): Promise<OpenDataView> {
  const { auditId, takenAt } = await readSnapshot(ctx)
  const [row] = await ctx.db.all<{
    key: string
    title: string
    title_en: string
    sha256: string | null
    byte_count: number
    row_count: number
  }>(sql`
    SELECT c.key, c.title, c.title_en, e.sha256, e.byte_count, e.row_count FROM consultations c
    LEFT JOIN exports e ON e.kind = ${openDataKind} AND e.state = 'done' AND e.snapshot_at = ${takenAt.getTime()}
      AND e.filters = json_object('consultation', c.key, 'record', ${BigInt(auditId)})
    WHERE c.id = ${currentConsultation(ctx)} LIMIT 1`)
  if (!row) throw new AppError('not_found')
  return {
    key: row.key,
    title: row.title,
    titleEn: row.title_en,
    snapshotAt: takenAt.toISOString(),
    tables: openTables.map(({ name, zh, en, columns }) => ({
      name,
      zh,
      en,
      columns: columns.map(({ key, meaning, ...column }) => ({
        name: fieldName(key),
        zh: column.zh,
        en: column.en,
        meaningZh: meaning.zh,
        meaningEn: meaning.en,
      })),
    })),
    newest: row.sha256 === null ? null : { sha256: row.sha256, bytes: row.byte_count, rows: row.row_count },
  }
}
