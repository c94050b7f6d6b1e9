import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import type { OfflineView } from '../../contract/offline'
import { type Channel, type CommentState, channels, commentStates } from '../../contract/words'
import { phaseAt } from '../consultations/rules'
import { currentConsultation } from '../plan/current'
import { sum, tally } from '../plan/present'
import { readRegister } from './find-places'

/** What came in by which channel, and the files that were imported. */
export async function listOffline(ctx: ServiceContext): Promise<OfflineView> {
  assertRole(ctx, 'staff')
  const { db } = ctx
  const [counts, imports] = await db.batch([
    db.all<{ channel: Channel; state: CommentState; count: number }>(
      sql`
      SELECT channel, state, count FROM channel_counts WHERE consultation_id = ${currentConsultation(ctx)}`,
    ),
    db.all<{
      id: string
      file_name: string
      sha256: string
      row_count: number
      by: string
      imported_at: number
    }>(sql`
      SELECT i.id, i.file_name, i.sha256, i.row_count, u.name AS by, i.imported_at
      FROM offline_imports i JOIN users u ON u.id = i.imported_by
      ORDER BY i.imported_at DESC, i.id LIMIT ${limits.importsShown}`),
  ])
  const { consultation, days, isResultPublic } = await readRegister(ctx)
  return {
    days: phaseAt(consultation, ctx.now) === 'not_open' ? null : { first: days.first, last: days.last },
    isResultPublic,
    channels: channels.map((channel) => {
      const own = counts.filter((row) => row.channel === channel)
      return {
        channel,
        received: sum(own),
        states: tally(commentStates, (state) => sum(own.filter((row) => row.state === state))),
      }
    }),
    imports: imports.map((row) => ({
      id: row.id,
      fileName: row.file_name,
      sha256: row.sha256,
      rows: row.row_count,
      by: row.by,
      at: new Date(row.imported_at).toISOString(),
    })),
  }
}
