import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { ReasonRecord, Rewording } from '../../contract/settings'
import { recordAudit } from '../audit/record'
import { getReasonRecord } from './list-reason-records'

/** Gives a reason other words from now on; what was decided keeps the words that its author read. */
export async function rewordReason(
  ctx: ServiceContext,
  id: string,
  reason: Rewording,
): Promise<ReasonRecord> {
  const { id: userId } = assertRole(ctx, 'senior_moderator')
  const { db, now } = ctx
  const { labelZh, labelEn, zh, en } = reason
  const isOther = sql`(label_zh, label_en, zh, en) <> (${labelZh}, ${labelEn}, ${zh}, ${en})`
  const isReworded = sql`EXISTS (
    SELECT 1 FROM reasons r JOIN reason_wordings w ON w.reason_id = r.id AND w.version = r.version + 1
    WHERE r.id = ${id})`
  await db.batch([
    db.run(sql`
      INSERT INTO reason_wordings (reason_id, version, label_zh, label_en, zh, en, worded_at, worded_by)
      SELECT id, version + 1, ${labelZh}, ${labelEn}, ${zh}, ${en}, ${now.getTime()}, ${userId}
      FROM reasons WHERE id = ${id} AND ${isOther}`),
    recordAudit(ctx, { action: 'reason.reworded', subjectKind: 'reason', subjectId: id }, isReworded),
    db.run(sql`
      UPDATE reasons SET label_zh = ${labelZh}, label_en = ${labelEn}, zh = ${zh}, en = ${en}, version = version + 1
      WHERE id = ${id} AND ${isReworded}`),
  ])
  return getReasonRecord(ctx, id)
}
