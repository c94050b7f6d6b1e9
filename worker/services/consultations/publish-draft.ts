import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { ConsultationOffice, DraftRef } from '../../contract/consultations'
import { isRefusedByTrigger, isUniqueViolation } from '../../db/client'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { nextConsultationId, planStatements } from '../plan/import-plan'
import { linkPlan } from '../plan/link-plan'
import { getReadyOrThrow } from './check-draft'
import { overlayOf } from './draft-overlay'
import { listOffice } from './list-office'
import { periodOf } from './rules'

/**
 * Puts a draft out: everybody sees it at once, and it opens on its day. From then on its text, its key and its rules stand; the
 * closing day can be put off. All in one batch, which breaks where the draft is no longer the one that was seen.
 */
export async function publishDraft(
  ctx: ServiceContext,
  { key, version }: DraftRef,
): Promise<ConsultationOffice> {
  assertRole(ctx, 'admin')
  const { db } = ctx
  const { draft, plan, units } = await getReadyOrThrow(ctx, { key, version })
  const { content } = draft
  const period = periodOf(content)
  const id = await nextConsultationId(ctx)
  const overlay = overlayOf(key, content, plan)
  const isAsSeen = sql`EXISTS (SELECT 1 FROM consultation_drafts WHERE key = ${key} AND version = ${version})`
  try {
    await db.batch([
      ...planStatements(ctx, { id, plan, links: linkPlan(plan), overlay, period, isCurrent: false }),
      db.run(sql`
        UPDATE consultations SET participants = iif(${isAsSeen}, ${content.participants}, NULL), has_replies = ${content.hasReplies ? 1 : 0},
          moderation = ${content.moderation}, short_period_reason = ${content.shortPeriodReason || null},
          short_period_reason_en = ${content.shortPeriodReasonEn || null} WHERE id = ${id}`),
      db.run(sql`
        INSERT INTO measure_units (measure_id, unit_id, part)
        SELECT m.id, u.id, p.value ->> 'part' FROM json_each(${JSON.stringify(units)}) p
        JOIN measures m ON m.consultation_id = ${id} AND m.key = p.value ->> 'measure'
        JOIN units u ON u.key = p.value ->> 'unit'`),
      db.run(sql`DELETE FROM consultation_drafts WHERE key = ${key}`),
      recordAudit(ctx, {
        action: 'consultation.published',
        subjectKind: 'consultation',
        subjectId: key,
        data: {
          opensAt: period.opensAt.toISOString(),
          closesAt: period.closesAt.toISOString(),
          participants: content.participants,
          hasReplies: content.hasReplies,
          moderation: content.moderation,
        },
      }),
    ])
  } catch (error) {
    if (isUniqueViolation(error, 'consultations.code')) throw invalidField('code', 'consultation_code_taken')
    if (isUniqueViolation(error, 'consultations.key')) throw new AppError('consultation_exists')
    if (isRefusedByTrigger(error, 'NOT NULL constraint failed: consultations.participants'))
      throw new AppError('consultation_draft_changed')
    throw error
  }
  return listOffice(ctx)
}
