import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { recordAudit } from '../audit/record'
import { clearOldStrays } from './clear-strays'
import { uploadLifetime } from './uploads'

const hour = 3_600_000

/** Deletes the uploads that were never sent, and whatever lies in the bucket without a row. */
export async function sweepFiles(ctx: ServiceContext): Promise<void> {
  const now = ctx.now.getTime()
  const isForgotten = sql`comment_id IS NULL AND uploaded_at < ${now - uploadLifetime - hour}`
  const [found] = await ctx.db.all<{ count: number }>(
    sql`SELECT count(*) AS count FROM attachments WHERE ${isForgotten}`,
  )
  if (found?.count)
    await ctx.db.batch([
      recordAudit(ctx, {
        action: 'attachments.deleted',
        subjectKind: 'attachment',
        subjectId: 'unsent',
        data: { count: found.count },
      }),
      ctx.db.run(sql`DELETE FROM attachments WHERE ${isForgotten}`),
    ])
  await clearOldStrays(ctx, now - hour)
}
