import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { deleteOnRecord } from '../privacy/delete-on-record'
import { unsentFileHours } from '../privacy/retention'
import { clearOldStrays } from './clear-strays'

const hour = 3_600_000

/** Deletes the uploads that were never sent, and whatever lies in the bucket without a row. */
export async function sweepFiles(ctx: ServiceContext): Promise<void> {
  const now = ctx.now.getTime()
  const isForgotten = sql`comment_id IS NULL AND enterprise_id IS NULL AND entry_id IS NULL AND submission_id IS NULL
    AND uploaded_at < ${now - unsentFileHours * hour}`
  const [found] = await ctx.db.all<{ count: number }>(
    sql`SELECT count(*) AS count FROM attachments WHERE ${isForgotten}`,
  )
  if (found?.count)
    await deleteOnRecord(ctx, 'uploads', [sql`attachments WHERE ${isForgotten}`], {
      act: { action: 'attachments.deleted', subjectKind: 'attachment', subjectId: 'unsent' },
    })
  await clearOldStrays(ctx, now - hour)
}
