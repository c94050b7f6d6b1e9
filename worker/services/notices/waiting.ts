import { type SQL, sql } from 'drizzle-orm'
import type { DelayNoticeView } from '../../contract/delay-notices'
import { currentConsultation, type Meant } from '../plan/current'

/** Since when the author of `comments AS c` waits: for a decision on the text, or with `appeals AS a` on that; null where nothing waits. */
export const waitsSince: SQL = sql.raw(`CASE
  WHEN c.state = 'pending' OR c.is_unconfirmed = 1 THEN c.submitted_at
  WHEN EXISTS (SELECT 1 FROM reviews WHERE comment_id = c.id AND kind = 'appeal') THEN a.filed_at END`)

/** How many comments of the current consultation wait to be decided, or to be decided anew. */
export const countWaiting = (ctx: Meant): SQL => sql`(
  SELECT coalesce(sum(count), 0) FROM comment_counts WHERE state = 'pending'
    AND measure_id IN (SELECT id FROM measures WHERE consultation_id = ${currentConsultation(ctx)}))
  + (SELECT count(*) FROM comments INDEXED BY comments_unconfirmed
    WHERE consultation_id = ${currentConsultation(ctx)} AND is_unconfirmed = 1)
  + (SELECT count(*) FROM appeals a CROSS JOIN comments c ON c.id = a.comment_id AND c.state <> 'pending'
    AND c.is_unconfirmed = 0 AND c.consultation_id = ${currentConsultation(ctx)} AND ${waitsSince} IS NOT NULL)`

/** Those of them, as `c`, whose authors left an e-mail address; the open work is where they are few. */
export const mailableWaiting = (ctx: Meant): SQL => sql`
  reviews r CROSS JOIN comment_contacts k ON k.comment_id = r.comment_id AND k.kind = 'email'
    CROSS JOIN comments c ON c.id = r.comment_id
      AND r.kind IN ('first', 'second', 'appeal') AND c.consultation_id = ${currentConsultation(ctx)}
      AND (r.kind = 'appeal' OR c.state = 'pending' OR c.is_unconfirmed = 1)`

export const noticeColumns = sql.raw(
  'n.sent_at, n.promised_at, n.zh, n.en, u.name AS by, n.waiting_count, n.mail_count',
)

export interface NoticeRow {
  sent_at: number
  promised_at: number
  zh: string | null
  en: string | null
  by: string
  waiting_count: number
  mail_count: number
}

export function presentNotice(row: NoticeRow): DelayNoticeView {
  return {
    sentAt: new Date(row.sent_at).toISOString(),
    promisedAt: new Date(row.promised_at).toISOString(),
    zh: row.zh,
    en: row.en,
    by: row.by,
    waiting: row.waiting_count,
    mails: row.mail_count,
  }
}
