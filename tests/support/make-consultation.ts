import { eq } from 'drizzle-orm'
import type { SecondLook } from '../../worker/contract/words'
import { consultations } from '../../worker/db/schema'
import { periodOfDays } from '../../worker/services/consultations/rules'
import { importPlan } from '../../worker/services/plan/import-plan'
import type { PlanOverlay } from '../../worker/services/plan/overlay'
import { day } from './clock'
import type { TestApp } from './test-app'

/** A plan of two themes and three measures: 1.1 has three clauses and a target, 1.2 has two, 2.1 has two. */
export const tinyPlan = `一、2098年工作情况

  2098年，全省工业平稳增长。

  （一）稳妥培育企业。全年新增专精特新中小企业260家。

  （二）推动园区提质。整备工业用地二十片。

二、2099年主要工作安排

  2099年，坚持稳中求进。

  （一）加大服务支持企业力度。一是培育壮大制造业企业群。力争新培育专精特新中小企业300家。推动“小升规”。二是降低企业成本。落实各项减负措施。

  （二）推动产业园区提质。一是盘活低效用地。推广工业上楼。
`

let made = 0

interface Wanted {
  source?: string
  opensAt?: Date
  closesAt?: Date
  reviewDays?: number
  secondLook?: SecondLook
  secondLookPercent?: number
  recheckPercent?: number
}

/**
 * Imports {@link tinyPlan} as a new consultation and makes it the current one; open from 20 days ago for 30 days. Unless the
 * test says otherwise, nothing is looked at twice.
 */
export async function makeConsultation(
  app: TestApp,
  { source = tinyPlan, opensAt, closesAt, ...settings }: Wanted = {},
): Promise<{ key: string; code: string; opensAt: Date; closesAt: Date }> {
  made += 1
  const code = `T${String(made).padStart(3, '0')}`
  const key = `plan-${made}`
  const usual = periodOfDays(new Date(app.clock.now().getTime() - 20 * day), 30)
  const times = { opensAt: opensAt ?? usual.opensAt, closesAt: closesAt ?? usual.closesAt }
  const overlay: PlanOverlay = {
    key,
    code,
    title: { zh: '2099年主要工作安排', en: 'Work plan for 2099' },
    authority: { zh: '某省工业和信息化厅', en: 'Department of Industry' },
    themes: { '1': { zh: '服务企业', en: 'Enterprises' } },
    measures: { '1.1': { zh: '企业群', en: 'Groups of enterprises' } },
  }
  await importPlan(app.context(), source, overlay, times)
  await app.db
    .update(consultations)
    .set({ secondLook: 'none', recheckPercent: 0, ...settings })
    .where(eq(consultations.key, key))
  return { key, code, ...times }
}
