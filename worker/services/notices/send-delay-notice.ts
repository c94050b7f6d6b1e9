import { sql } from 'drizzle-orm'
import { assertRole, newId, type ServiceContext } from '../../context'
import { startOfBeijingDate } from '../../contract/beijing-time'
import type { DelayNoticeView, NewDelayNotice } from '../../contract/delay-notices'
import { invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { consultationKey, currentConsultation } from '../plan/current'
import { countWaiting, mailableWaiting, type NoticeRow, noticeColumns, presentNotice } from './waiting'

const day = 86_400_000

/**
 * Tells everybody whose comment waits by when it will be decided: on their receipts, and by mail where they left an address.
 * Nobody is mailed the same day twice, however often it is announced.
 */
export async function sendDelayNotice(ctx: ServiceContext, input: NewDelayNotice): Promise<DelayNoticeView> {
  const actor = assertRole(ctx, 'senior_moderator')
  const promisedAt = startOfBeijingDate(input.until).getTime() + day
  const now = ctx.now.getTime()
  if (promisedAt <= now) throw invalidField('until', 'date_past')

  const { db } = ctx
  const id = newId(ctx)
  const results = await db.batch([
    db.run(sql`
      INSERT INTO outbox_messages (kind, comment_id, subject_id, dedupe_key, created_at, next_attempt_at)
      SELECT 'delay', c.id, ${id}, ${`delay.${input.until}.`} || c.public_id, ${now}, ${now}
      FROM ${mailableWaiting(ctx)} WHERE 1 ON CONFLICT (dedupe_key) DO NOTHING`),
    db.run(sql`
      INSERT INTO delay_notices (id, consultation_id, promised_at, zh, en, sent_by, sent_at, waiting_count, mail_count)
      SELECT ${id}, ${currentConsultation(ctx)}, ${promisedAt}, ${input.zh || null}, ${input.en || null}, ${actor.id}, ${now},
        ${countWaiting(ctx)}, changes()`),
    recordAudit(ctx, {
      action: 'delay.announced',
      subjectKind: 'consultation',
      subjectId: consultationKey(ctx),
      data: { notice: id, until: input.until },
    }),
    db.all<NoticeRow>(sql`
      SELECT ${noticeColumns} FROM delay_notices n JOIN users u ON u.id = n.sent_by WHERE n.id = ${id}`),
  ])
  ctx.stir()
  const [row] = results.at(-1) as NoticeRow[]
  if (!row) throw new Error('the notice was not kept')
  return presentNotice(row)
}
