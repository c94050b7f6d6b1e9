import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { DraftView, SaveDraft } from '../../contract/consultations'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { getDraftOrThrow } from './drafts'

/**
 * Keeps what is known of a consultation that is being prepared. Refuses with `consultation_exists` a key that is taken, with
 * `consultation_draft_changed` where somebody else changed it meanwhile.
 */
export async function saveDraft(
  ctx: ServiceContext,
  { key, version, content }: SaveDraft,
): Promise<DraftView> {
  const admin = assertRole(ctx, 'admin')
  const { db } = ctx
  const now = ctx.now.getTime()
  const isFree = sql`NOT EXISTS (SELECT 1 FROM consultations WHERE key = ${key})
    AND NOT EXISTS (SELECT 1 FROM consultation_drafts WHERE key = ${key})`
  const isSeen = sql`EXISTS (SELECT 1 FROM consultation_drafts WHERE key = ${key} AND version = ${version})`
  const [, saved] = await db.batch([
    recordAudit(
      ctx,
      { action: 'consultation.draft_saved', subjectKind: 'consultation', subjectId: key },
      version === undefined ? isFree : isSeen,
    ),
    version === undefined
      ? db.run(sql`
          INSERT INTO consultation_drafts (key, content, created_by, created_at, changed_by, changed_at)
          SELECT ${key}, ${JSON.stringify(content)}, ${admin.id}, ${now}, ${admin.id}, ${now} WHERE ${isFree}`)
      : db.run(sql`
          UPDATE consultation_drafts SET version = version + 1, content = ${JSON.stringify(content)},
            changed_by = ${admin.id}, changed_at = ${now} WHERE key = ${key} AND version = ${version}`),
  ])
  if (saved.rowsAffected === 0)
    throw new AppError(version === undefined ? 'consultation_exists' : 'consultation_draft_changed')
  return getDraftOrThrow(ctx, key)
}
