import { readFile } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { demoConsultation } from '../../seeds/2022-sme-services/overlay'
import type { ServiceContext } from '../context'
import { recordAudit } from '../services/audit/record'
import { isKnownConsultation } from '../services/consultations/is-known'
import { periodOfDays } from '../services/consultations/rules'
import { nextConsultationId, planStatements } from '../services/plan/import-plan'
import { linkPlan } from '../services/plan/link-plan'
import { checkOverlay } from '../services/plan/overlay'
import { readPlan } from '../services/plan/read-plan'

const source = new URL('../../seeds/2022-sme-services/plan.txt', import.meta.url)
const headStart = 4 * 86_400_000
const days = 20

/** Puts a short consultation beside the current one, for organisations and without replies, where there is none of its key. */
export async function sowDemoConsultation(ctx: ServiceContext): Promise<void> {
  const { key } = demoConsultation
  if (await isKnownConsultation(ctx, key)) return
  const plan = readPlan(await readFile(source, 'utf8'))
  checkOverlay(plan, demoConsultation)
  const id = await nextConsultationId(ctx)
  const period = periodOfDays(new Date(ctx.now.getTime() - headStart), days)
  await ctx.db.batch([
    ...planStatements(ctx, {
      id,
      plan,
      links: linkPlan(plan),
      overlay: demoConsultation,
      period,
      isCurrent: false,
    }),
    ctx.db.run(sql`
      UPDATE consultations SET participants = 'organisations', has_replies = 0,
        short_period_reason = '演示用，时间从短。', short_period_reason_en = 'Short, as a demonstration.' WHERE id = ${id}`),
    recordAudit(ctx, { action: 'consultation.imported', subjectKind: 'consultation', subjectId: key }),
  ])
}
