import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../../context'
import { byteStream } from '../byte-stream'
import { openScope } from '../open-scope'
import { readPlanNames } from '../reading/read-plan-names'
import { openExport } from '../record/open-export'
import type { SentFile } from '../take-export'
import { openDataArchive } from './archive'
import { readSnapshot } from './open-snapshot'

export const openDataKind = 'open-data.zip'

export interface OpenDataFile {
  takenAt: string
  /** The same for the same bytes. */
  tag: string
  /** Opens the archive; whoever holds it already need not. */
  send(): Promise<SentFile>
}

/**
 * The archive that anybody may have of a consultation. It is on record once for each state of the data, for it is the same
 * file then, whoever takes it.
 */
export async function findOpenData(
  ctx: ServiceContext,
  key: string,
  clock: () => Date,
): Promise<OpenDataFile> {
  const { auditId, takenAt } = await readSnapshot(ctx)
  const scope = await openScope(ctx, { key, audience: 'public', filters: {}, takenAt })
  const filters = { consultation: key, record: auditId }
  const isOnRecord = sql`EXISTS (SELECT 1 FROM exports WHERE kind = ${openDataKind} AND state = 'done'
    AND snapshot_at = ${takenAt.getTime()} AND filters = ${JSON.stringify(filters)})`
  return {
    takenAt: takenAt.toISOString(),
    tag: `${key}-${auditId}`,
    async send() {
      const names = await readPlanNames(ctx, scope)
      const anybody: ServiceContext = { ...ctx, actor: { kind: 'participant' } }
      const about = { kind: openDataKind, audience: 'public', filters, snapshotAt: takenAt } as const
      const record = await openExport(anybody, about, clock, isOnRecord)
      const archive = openDataArchive({ read: record.read, scope, names, count: record.count })
      return {
        id: record.id,
        takenAt: scope.about.takenAt,
        stream: byteStream(record.follow(archive)),
        ended: record.ended,
      }
    },
  }
}
