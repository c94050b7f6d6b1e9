import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { recordAudit } from '../audit/record'

/** Months after the decision, or after a claim that nobody decided, for which a document is kept at the longest. */
export const documentMonths = 12

/** Deletes the documents that were decided on, or handed in for nothing, so long ago; their bytes go with the next sweep of the files. */
export async function deleteOldDocuments(ctx: ServiceContext): Promise<void> {
  const { db } = ctx
  const isOver = (moment: string) =>
    sql.raw(`unixepoch(${moment} / 1000, 'unixepoch', '+${documentMonths} months') * 1000 < `)
  const now = ctx.now.getTime()
  const isOld = sql`enterprise_id IS NOT NULL AND (
    id IN (
      SELECT s.attachment_id FROM verification_steps s JOIN verification_steps d
        ON d.enterprise_id = s.enterprise_id AND d.number = s.number + 1
      WHERE s.attachment_id IS NOT NULL AND ${isOver('d.taken_at')} ${now})
    OR id IN (
      SELECT attachment_id FROM enterprise_claims WHERE ${isOver('coalesce(decided_at, asked_at)')} ${now}))`
  const [found] = await db.all<{ count: number }>(
    sql`SELECT count(*) AS count FROM attachments WHERE ${isOld}`,
  )
  if (!found?.count) return
  await db.batch([
    recordAudit(ctx, {
      action: 'attachments.deleted',
      subjectKind: 'attachment',
      subjectId: 'verification',
      data: { count: found.count },
    }),
    db.run(sql`DELETE FROM attachments WHERE ${isOld}`),
  ])
}
