import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { ReasonRecord, ReasonRules } from '../../contract/settings'
import { recordAudit } from '../audit/record'
import { getReasonRecord } from './list-reason-records'

/** Changes what follows from a reason, from the next decision on. */
export async function changeReasonRules(
  ctx: ServiceContext,
  id: string,
  rules: ReasonRules,
): Promise<ReasonRecord> {
  assertRole(ctx, 'senior_moderator')
  const { db } = ctx
  const flags = [rules.mayResubmit, rules.isSpam, rules.isTextHidden, rules.isActive].map(Number)
  const isOther = sql`id = ${id}
    AND (may_resubmit, is_spam, is_text_hidden, is_active) <> (${sql.join(flags, sql`, `)})`
  await db.batch([
    recordAudit(
      ctx,
      { action: 'reason.rules_changed', subjectKind: 'reason', subjectId: id, data: { ...rules } },
      sql`EXISTS (SELECT 1 FROM reasons WHERE ${isOther})`,
    ),
    db.run(sql`
      UPDATE reasons SET (may_resubmit, is_spam, is_text_hidden, is_active) = (${sql.join(flags, sql`, `)})
      WHERE ${isOther}`),
  ])
  return getReasonRecord(ctx, id)
}
