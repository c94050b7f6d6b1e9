import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { DraftContent, DraftRef, DraftView } from '../../contract/consultations'
import type { FieldCode } from '../../contract/errors'
import { AppError } from '../../errors'
import type { PlanDocument } from '../plan/document'
import { getDraftOrThrow } from './drafts'
import { inspectPlan } from './preview-plan'
import { periodProblems } from './rules'

/** Answers that a draft could be published as it was seen, or throws with all that keeps it from it, field by field. */
export async function checkDraft(ctx: ServiceContext, { key, version }: DraftRef): Promise<DraftRef> {
  assertRole(ctx, 'admin')
  await getReadyOrThrow(ctx, { key, version })
  return { key, version }
}

interface PartOfUnit {
  measure: string
  unit: string
  part: 'lead' | 'support'
}

/** A draft as it was seen, read and found in order. */
export async function getReadyOrThrow(
  ctx: ServiceContext,
  { key, version }: DraftRef,
): Promise<{ draft: DraftView; plan: PlanDocument; units: PartOfUnit[] }> {
  const draft = await getDraftOrThrow(ctx, key)
  if (draft.version !== version) throw new AppError('consultation_draft_changed')
  const { content } = draft
  const { plan, problems } = inspectPlan(content.source)
  const units = unitsOf(plan, content)
  const [known, codes] = await ctx.db.batch([
    ctx.db.all<{ key: string }>(sql`SELECT key FROM units WHERE is_active = 1`),
    ctx.db.all(sql`SELECT 1 FROM consultations WHERE code = ${content.code}`),
  ])
  const isKnown = ({ unit }: PartOfUnit) => known.some((each) => each.key === unit)
  const fields: Record<string, FieldCode> = {
    ...(problems.length > 0 && { source: 'plan_malformed' as const }),
    ...(codes.length > 0 && { code: 'consultation_code_taken' as const }),
    ...periodProblems(content, ctx.now),
    ...(!units.every(isKnown) && { units: 'unit_unknown' as const }),
  }
  if (Object.keys(fields).length > 0) throw new AppError('invalid_input', { fields })
  return { draft, plan, units }
}

/** Whose the measures are. */
function unitsOf({ agenda }: PlanDocument, { units }: DraftContent): PartOfUnit[] {
  const keys = agenda.themes.flatMap((theme) =>
    theme.measures.map(({ number }) => `${theme.number}.${number}`),
  )
  return keys.flatMap((measure): PartOfUnit[] => {
    const { lead = '', supports = [] } = units[measure] ?? {}
    const others = [...new Set(supports)].filter((unit) => unit !== lead)
    return [
      ...(lead ? [{ measure, unit: lead, part: 'lead' as const }] : []),
      ...others.map((unit) => ({ measure, unit, part: 'support' as const })),
    ]
  })
}
