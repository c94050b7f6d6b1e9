import { readFile } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { overlay } from '../../seeds/2021-work-plan/overlay'
import { reasons as reasonRows } from '../../seeds/reasons'
import type { ServiceContext } from '../context'
import { consultations, reasons } from '../db/schema'
import { importPlan } from '../services/plan/import-plan'

const source = new URL('../../seeds/2021-work-plan/plan.txt', import.meta.url)

/** Brings the reason table up to date and, if there is no consultation yet, imports the 2021 plan. */
export async function sowReference(
  ctx: ServiceContext,
  period: { opensAt: Date; closesAt: Date },
): Promise<void> {
  const { db } = ctx
  const set = {
    zh: sql`excluded.zh`,
    en: sql`excluded.en`,
    mayResubmit: sql`excluded.may_resubmit`,
    sort: sql`excluded.sort`,
  }
  await db.insert(reasons).values(reasonRows).onConflictDoUpdate({ target: reasons.id, set })
  const existing = await db.select({ id: consultations.id }).from(consultations).limit(1)
  if (existing.length === 0) await importPlan(ctx, await readFile(source, 'utf8'), overlay, period)
}
