import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { DelayNoticesView } from '../../contract/delay-notices'
import { currentConsultation } from '../plan/current'
import { countWaiting, mailableWaiting, type NoticeRow, noticeColumns, presentNotice } from './waiting'

const shown = 5

/** Whom a notice of delay would reach now, and what was announced last. */
export async function listDelayNotices(ctx: ServiceContext): Promise<DelayNoticesView> {
  assertRole(ctx, 'moderator')
  const { db } = ctx
  const [[counts], rows] = await db.batch([
    db.all<{ waiting: number; mailable: number }>(sql`
      SELECT ${countWaiting(ctx)} AS waiting, (SELECT count(*) FROM ${mailableWaiting(ctx)}) AS mailable`),
    db.all<NoticeRow>(sql`
      SELECT ${noticeColumns}
      FROM delay_notices n INDEXED BY delay_notices_of_consultation JOIN users u ON u.id = n.sent_by
      WHERE n.consultation_id = ${currentConsultation(ctx)} ORDER BY n.sent_at DESC LIMIT ${shown}`),
  ])
  return {
    waiting: counts?.waiting ?? 0,
    withMail: counts?.mailable ?? 0,
    items: rows.map(presentNotice),
  }
}
