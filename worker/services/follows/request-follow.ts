import { sql } from 'drizzle-orm'
import { newId, type ServiceContext } from '../../context'
import type { NewFollow } from '../../contract/follows'
import { limits } from '../../contract/limits'
import type { Language } from '../../contract/words'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { currentConsultation } from '../plan/current'
import { noticeShown } from '../privacy/notice-versions'
import { findSubjects } from './subjects'

const minute = 60_000
const day = 24 * 60 * minute

/**
 * Notes what an address wants to follow and has its link sent there: nothing else is sent before the link confirmed it. An
 * address that follows already keeps its frequency. Whoever asks learns nothing of the address; its mailbox gets
 * `limits.followLinksADay` links at the most.
 */
export async function requestFollow(
  ctx: ServiceContext,
  input: NewFollow,
  language: Language,
): Promise<void> {
  const { db } = ctx
  const now = ctx.now.getTime()
  const consultation = currentConsultation(ctx)
  const [found] = await db.all<{ result_at: number | null }>(
    sql`SELECT result_at FROM consultations WHERE id = ${consultation}`,
  )
  if (!found) throw new AppError('not_found')
  if (found.result_at !== null) throw new AppError('follows_ended')
  const subjects = await findSubjects(ctx, consultation, input.subjects)
  const handle = newId(ctx)
  const follow = sql`(SELECT id FROM follows WHERE consultation_id = ${consultation} AND email = ${input.email})`
  const askedToday = sql`(
    SELECT coalesce(sum(o.asked_count), 0) FROM follows o WHERE o.email = ${input.email}
      AND o.consultation_id IN (SELECT id FROM consultations) AND o.asked_at > ${now - day})`
  const mayAsk = sql`(asked_at IS NULL OR asked_at <= ${now - limits.followLinkMinutes * minute})
    AND ${askedToday} < ${limits.followLinksADay}`
  const mailKey = `follow.${newId(ctx)}`
  await db.batch([
    db.run(sql`
      INSERT INTO follows (consultation_id, email, handle, language, frequency, created_at, notice_version)
      VALUES (${consultation}, ${input.email}, ${handle}, ${input.language ?? language}, ${input.frequency}, ${now}, ${noticeShown(input.noticeVersion)})
      ON CONFLICT (consultation_id, email) DO UPDATE
        SET language = excluded.language, frequency = excluded.frequency WHERE confirmed_at IS NULL`),
    db.run(sql`
      INSERT INTO follow_subjects (follow_id, kind, subject_id, created_at)
      SELECT ${follow}, value ->> 'kind', value ->> 'id', ${now} FROM json_each(${JSON.stringify(subjects)}) WHERE 1
      ON CONFLICT DO NOTHING`),
    db.run(sql`
      INSERT INTO follow_mails (follow_id, kind, mail_key, created_at, next_attempt_at)
      SELECT id, 'link', ${mailKey}, ${now}, ${now} FROM follows WHERE id = ${follow} AND ${mayAsk}`),
    recordAudit(
      ctx,
      { action: 'follow.requested', subjectKind: 'follow', subjectId: sql`CAST(${follow} AS TEXT)` },
      sql`changes() > 0`,
    ),
    db.run(sql`
      UPDATE follows SET asked_count = iif(asked_at > ${now - day}, asked_count + 1, 1), asked_at = ${now}
      WHERE id = ${follow} AND EXISTS (SELECT 1 FROM follow_mails WHERE mail_key = ${mailKey})`),
  ])
  ctx.stir()
}
