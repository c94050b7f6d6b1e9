import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Policy } from '../../contract/moderation-log'
import type { Decision, ModerationRule, SecondLook } from '../../contract/words'
import { currentConsultation } from '../plan/current'

interface ReasonRow {
  id: string
  zh: string
  en: string
  decision: Decision
  may_resubmit: number
}

/** The rules of moderation as they stand: what is promised, and every reason with its wording. */
export async function readPolicy(ctx: ServiceContext): Promise<Policy> {
  const { db } = ctx
  const [[settings], reasons] = await db.batch([
    db.all<{ review_days: number; second_look: SecondLook; moderation: ModerationRule }>(
      sql`SELECT review_days, second_look, moderation FROM consultations WHERE id = ${currentConsultation(ctx)}`,
    ),
    db.all<ReasonRow>(sql`
      SELECT id, zh, en, decision, may_resubmit FROM reasons
      WHERE is_active = 1 AND decision IN ('return', 'reject') ORDER BY decision DESC, sort`),
  ])
  return {
    moderation: settings?.moderation ?? 'before',
    reviewDays: settings?.review_days ?? 0,
    secondLook: settings?.second_look ?? 'all',
    reasons: reasons.map(({ id, zh, en, decision, may_resubmit }) => ({
      id,
      zh,
      en,
      decision,
      mayResubmit: may_resubmit === 1,
    })),
  }
}
