import { beijingTimestamp } from '../../worker/contract/beijing-time'
import type { DraftContent, DraftRef, SaveDraft } from '../../worker/contract/consultations'
import { publishDraft } from '../../worker/services/consultations/publish-draft'
import { saveDraft } from '../../worker/services/consultations/save-draft'
import { day } from './clock'
import { makeUser } from './make-user'
import type { TestApp } from './test-app'

/** A plan in the plain layout: 1.1 has three clauses and a target, 1.2 has one, 2.1 has two. */
export const plainPlan = `2100年工作要点

一、支持企业创新
（一）建设创新平台
1. 新建省级创新平台10个以上。
2. 完善评价办法。
（二）培育创新人才。引进领军人才团队5个。
二、优化营商环境
（一）精简办事流程
1. 推行一网通办。
`

let made = 0

/** The calendar day in Beijing, so many days from now. */
export const dayFromNow = (app: TestApp, days: number) =>
  beijingTimestamp(app.clock.now().getTime() + days * day).slice(0, 10)

/** A draft that could be published as it is: open for 30 days from today. */
export function newDraft(app: TestApp, change: Partial<DraftContent> = {}): SaveDraft {
  made += 1
  return {
    key: `draft-${made}`,
    content: {
      code: `D${String(made).padStart(3, '0')}`,
      title: '2100年工作要点',
      titleEn: '',
      authority: '某省工业和信息化厅',
      authorityEn: '',
      source: plainPlan,
      opensOn: dayFromNow(app, 0),
      closesOn: dayFromNow(app, 29),
      shortPeriodReason: '',
      shortPeriodReasonEn: '',
      participants: 'everybody',
      hasReplies: true,
      moderation: 'before',
      names: {},
      units: {},
      ...change,
    },
  }
}

export async function makeDraft(app: TestApp, change: Partial<DraftContent> = {}): Promise<DraftRef> {
  const admin = (await makeUser(app, 'admin')).actor
  const { key, version } = await saveDraft(app.context(admin), newDraft(app, change))
  return { key, version }
}

/** A consultation beside the current one, with a later last day that it could be given. */
export async function makePublished(app: TestApp, change: Partial<DraftContent> = {}) {
  const draft = await makeDraft(app, change)
  const admin = (await makeUser(app, 'admin')).actor
  const { consultations } = await publishDraft(app.context(admin), draft)
  const { closesAt } = consultations.find(({ key }) => key === draft.key) ?? { closesAt: '' }
  return { key: draft.key, closesAt, closesOn: dayFromNow(app, 60) }
}
