import { sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { ServiceContext } from '../../context'
import type { Query } from '../../db/client'
import * as schema from '../../db/schema'
import { recordAudit } from '../audit/record'
import type { PlanDocument, PlanLinks } from './document'
import { labelsOf } from './labels'
import { linkPlan } from './link-plan'
import { checkOverlay, type PlanOverlay, withEditedLinks } from './overlay'
import { parsePlan } from './parse-plan'
import { type PlanRows, planRows } from './plan-rows'

/** In the order of their references. */
const tables: Record<keyof PlanRows, SQLiteTable> = {
  themes: schema.themes,
  measures: schema.measures,
  clauses: schema.clauses,
  targets: schema.targets,
  reviewSections: schema.reviewSections,
  baselines: schema.baselines,
  measureReviews: schema.measureReviews,
  measureBaselines: schema.measureBaselines,
}

interface Wanted {
  id: number
  plan: PlanDocument
  links: PlanLinks
  overlay: PlanOverlay
  period: { opensAt: Date; closesAt: Date }
  isCurrent: boolean
}

/** Reads a plan in the official form and makes it the current consultation, whole or not at all; throws MalformedPlan. */
export async function importPlan(
  ctx: ServiceContext,
  source: string,
  overlay: PlanOverlay,
  period: { opensAt: Date; closesAt: Date },
): Promise<void> {
  const plan = parsePlan(source)
  checkOverlay(plan, overlay)
  const id = await nextConsultationId(ctx)
  const links = withEditedLinks(linkPlan(plan), overlay)
  await ctx.db.batch([
    ctx.db.update(schema.consultations).set({ isCurrent: false }),
    ...planStatements(ctx, { id, plan, links, overlay, period, isCurrent: true }),
    recordAudit(ctx, {
      action: 'consultation.imported',
      subjectKind: 'consultation',
      subjectId: overlay.key,
    }),
  ])
}

export async function nextConsultationId({ db }: ServiceContext): Promise<number> {
  const [next] = await db.all<{ id: number }>(
    sql`SELECT coalesce(max(id), 0) + 1 AS id FROM ${schema.consultations}`,
  )
  return next?.id ?? 1
}

/** The statements that write a consultation with its plan. */
export function planStatements(
  { db, now }: ServiceContext,
  { id, plan, links, overlay, period, isCurrent }: Wanted,
): [Query, ...Query[]] {
  const rows = planRows(plan, links, overlay, id)
  const { key, code, title, authority } = overlay
  const inserts: Query[] = Object.entries(tables).flatMap(([name, table]) => {
    const values = rows[name as keyof PlanRows]
    return values.length > 0 ? [db.insert(table).values(values)] : []
  })
  return [
    db.insert(schema.consultations).values({
      id,
      key,
      code,
      title: title.zh,
      titleEn: title.en,
      authority: authority.zh,
      authorityEn: authority.en,
      reviewHeading: plan.review.heading,
      reviewPreamble: plan.review.preamble,
      agendaHeading: plan.agenda.heading,
      agendaPreamble: plan.agenda.preamble,
      labels: labelsOf(plan),
      ...period,
      isCurrent,
      createdAt: now,
    }),
    ...inserts,
  ]
}
