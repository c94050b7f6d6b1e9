import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import { deleteOnRecord } from '../privacy/delete-on-record'
import { deletions } from './end-follow'

const day = 86_400_000
const atOnce = 1_000

/** Deletes what nobody confirmed in time, the follows of consultations that are over, and what is left of old mails. */
export async function deleteOldFollows(ctx: ServiceContext): Promise<void> {
  const { db } = ctx
  const now = ctx.now.getTime()
  const pending = now - limits.followPendingDays * day
  const over = sql`(
    SELECT f.id FROM follows f JOIN consultations c ON c.id = f.consultation_id
    WHERE c.result_at < ${now - limits.followDaysAfterResult * day}
      OR c.closes_at < ${now - limits.followDaysAfterClosing * day}
    UNION ALL SELECT id FROM follows INDEXED BY follows_unconfirmed WHERE confirmed_at IS NULL AND created_at < ${pending}
    LIMIT ${atOnce})`
  await db.run(sql`
    DELETE FROM follow_subjects WHERE confirmed_at IS NULL AND created_at < ${pending}
      AND follow_id IN (SELECT id FROM follows WHERE confirmed_at IS NOT NULL)`)
  await deleteOnRecord(ctx, 'follow_mails', [
    sql`follow_mails WHERE created_at < ${now - limits.sentMailDays * day}`,
  ])
  for (let count = atOnce; count === atOnce; ) {
    const ids = await db.all<{ id: number }>(sql`SELECT id FROM ${over}`)
    const list = sql`(SELECT value FROM json_each(${JSON.stringify(ids.map(({ id }) => id))}))`
    count = await deleteOnRecord(ctx, 'follows', [sql`follows WHERE id IN ${list}`], {
      act: { action: 'follows.deleted', subjectKind: 'follow', subjectId: 'expired' },
      deletes: deletions(ctx, list),
    })
  }
}
