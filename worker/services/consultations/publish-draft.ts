import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { ConsultationOffice, DraftContent, DraftRef } from '../../contract/consultations'
import { isRefusedByTrigger, isUniqueViolation } from '../../db/client'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import type { PlanDocument } from '../plan/document'
import { nextConsultationId, planStatements } from '../plan/import-plan'
import { linkPlan } from '../plan/link-plan'
import { readPlan } from '../plan/read-plan'
import { getDraftOrThrow } from './drafts'
import { listOffice } from './list-office'
import { previewPlan } from './preview-plan'
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
  const draft = await getDraftOrThrow(ctx, key)
  if (draft.version !== version) throw new AppError('consultation_draft_changed')
  const { content } = draft
  if (previewPlan(ctx, content.source).problem) throw invalidField('source', 'plan_malformed')
  const plan = readPlan(content.source)
  const period = periodOf(content, ctx.now)
  const units = await unitsOf(ctx, plan, content)
  const id = await nextConsultationId(ctx)
  const names = namesOf(plan, content)
  const overlay = {
    key,
    code: content.code,
    title: inBoth(content.title, content.titleEn),
    authority: inBoth(content.authority, content.authorityEn),
    ...names,
  }
  const isAsSeen = sql`EXISTS (SELECT 1 FROM consultation_drafts WHERE key = ${key} AND version = ${version})`
  try {
    await db.batch([
      ...planStatements(ctx, { id, plan, links: linkPlan(plan), overlay, period, isCurrent: false }),
      db.run(sql`
        UPDATE consultations SET participants = iif(${isAsSeen}, ${content.participants}, NULL), has_replies = ${content.hasReplies ? 1 : 0},
          moderation = ${content.moderation}, short_period_reason = ${content.shortPeriodReason || null} WHERE id = ${id}`),
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

const inBoth = (zh: string, en: string) => ({ zh, en: en || zh })

/** Short names where some are given, for what the plan has. */
function namesOf({ agenda }: PlanDocument, { names }: DraftContent) {
  const nameOf = (key: string, title: string) => {
    const zh = names[key]?.zh || title
    return [key, inBoth(zh, names[key]?.en ?? '')] as const
  }
  const themes = agenda.themes.map(({ number, title }) => nameOf(`${number}`, title))
  const measures = agenda.themes.flatMap((theme) =>
    theme.measures.map(({ number, title }) => nameOf(`${theme.number}.${number}`, title)),
  )
  return { themes: Object.fromEntries(themes), measures: Object.fromEntries(measures) }
}

/** Whose the measures are; throws where a unit is not there. */
async function unitsOf({ db }: ServiceContext, { agenda }: PlanDocument, { units }: DraftContent) {
  const known = await db.all<{ key: string }>(sql`SELECT key FROM units WHERE is_active = 1`)
  const isKnown = (key: string) => known.some((unit) => unit.key === key)
  const keys = agenda.themes.flatMap((theme) =>
    theme.measures.map(({ number }) => `${theme.number}.${number}`),
  )
  return keys.flatMap((measure) => {
    const { lead = '', supports = [] } = units[measure] ?? {}
    const others = [...new Set(supports)].filter((unit) => unit !== lead)
    if ([...others, ...(lead ? [lead] : [])].some((unit) => !isKnown(unit)))
      throw invalidField('units', 'unit_unknown')
    return [
      ...(lead ? [{ measure, unit: lead, part: 'lead' }] : []),
      ...others.map((unit) => ({ measure, unit, part: 'support' })),
    ]
  })
}
