import { readFile } from 'node:fs/promises'
import { overlay } from '../../seeds/2021-work-plan/overlay'
import type { ServiceContext } from '../context'
import { consultations } from '../db/schema'
import { importPlan } from '../services/plan/import-plan'
import { sowBannedWords } from './sow-banned-words'
import { sowPrivacyNotice } from './sow-privacy-notice'
import { sowReasons } from './sow-reasons'
import { sowUnits } from './sow-units'

const source = new URL('../../seeds/2021-work-plan/plan.txt', import.meta.url)

/** Brings the reasons and the privacy notice up to date and, if there is no consultation yet, imports the 2021 plan and its units. */
export async function sowReference(
  ctx: ServiceContext,
  period: { opensAt: Date; closesAt: Date },
): Promise<void> {
  const { db } = ctx
  await sowReasons(ctx)
  await sowBannedWords(ctx)
  await sowPrivacyNotice(ctx)
  const existing = await db.select({ id: consultations.id }).from(consultations).limit(1)
  if (existing.length === 0) await importPlan(ctx, await readFile(source, 'utf8'), overlay, period)
  await sowUnits(ctx)
}
