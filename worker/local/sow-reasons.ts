import { sql } from 'drizzle-orm'
import { reasons } from '../../seeds/reasons'
import type { ServiceContext } from '../context'

/**
 * Adds the reasons that are missing. Of those that are there, the wording follows the seeds as a new version, and the rules
 * do, as long as nobody at the desk has touched them.
 */
export async function sowReasons(ctx: ServiceContext): Promise<void> {
  const { db } = ctx
  const now = ctx.now.getTime()
  const seeds = sql`(
    SELECT value ->> 'id' AS id, value ->> 'decision' AS decision, value ->> 'labelZh' AS label_zh,
      value ->> 'labelEn' AS label_en, value ->> 'zh' AS zh, value ->> 'en' AS en,
      value ->> 'mayResubmit' AS may_resubmit, value ->> 'isSpam' AS is_spam,
      value ->> 'isTextHidden' AS is_text_hidden, value ->> 'sort' AS sort
    FROM json_each(${JSON.stringify(reasons)}))`
  await db.batch([
    db.run(sql`
      INSERT INTO reasons (id, decision, label_zh, label_en, zh, en, may_resubmit, is_spam, is_text_hidden, sort)
      SELECT id, decision, label_zh, label_en, zh, en, may_resubmit, is_spam, is_text_hidden, sort FROM ${seeds}
      WHERE true ON CONFLICT (id) DO NOTHING`),
    db.run(sql`
      INSERT INTO reason_wordings (reason_id, version, label_zh, label_en, zh, en, worded_at)
      SELECT id, version, label_zh, label_en, zh, en, ${now} FROM reasons WHERE true
      ON CONFLICT (reason_id, version) DO NOTHING`),
    db.run(sql`
      UPDATE reasons SET sort = s.sort FROM ${seeds} AS s WHERE s.id = reasons.id`),
    db.run(sql`
      UPDATE reasons SET may_resubmit = s.may_resubmit, is_spam = s.is_spam, is_text_hidden = s.is_text_hidden
      FROM ${seeds} AS s WHERE s.id = reasons.id AND NOT EXISTS (
        SELECT 1 FROM audit_log
        WHERE subject_kind = 'reason' AND subject_id = reasons.id AND action = 'reason.rules_changed')`),
    db.run(sql`
      INSERT INTO reason_wordings (reason_id, version, label_zh, label_en, zh, en, worded_at)
      SELECT r.id, r.version + 1, s.label_zh, s.label_en, s.zh, s.en, ${now}
      FROM reasons r JOIN reason_wordings w ON w.reason_id = r.id AND w.version = r.version JOIN ${seeds} AS s ON s.id = r.id
      WHERE w.worded_by IS NULL AND (s.label_zh, s.label_en, s.zh, s.en) <> (w.label_zh, w.label_en, w.zh, w.en)`),
    db.run(sql`
      UPDATE reasons SET version = w.version, label_zh = w.label_zh, label_en = w.label_en, zh = w.zh, en = w.en
      FROM reason_wordings w WHERE w.reason_id = reasons.id AND w.version = reasons.version + 1`),
  ])
}
