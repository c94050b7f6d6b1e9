import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { EnterpriseState, VerificationMeans } from '../../contract/words'
import type { Query } from '../../db/client'
import { recordAudit } from '../audit/record'

interface Step {
  enterpriseId: string
  from: EnterpriseState
  to: EnterpriseState
  means: VerificationMeans
  document?: string | null
  note?: string | null
  attachmentId?: string | null
}

const acts = {
  unverified: 'enterprise.handed_over',
  submitted: 'enterprise.submitted',
  verified: 'enterprise.verified',
  rejected: 'enterprise.rejected',
} as const

/**
 * For a batch: an entry in the history, the audit row and, last, the new state, if `when` holds. What else the batch does under
 * `when` stands before these.
 */
export function takeStep(
  ctx: ServiceContext,
  { enterpriseId, from, to, means, document, note, attachmentId }: Step & { to: keyof typeof acts },
  when: SQL,
): Query[] {
  const { db, actor } = ctx
  const now = ctx.now.getTime()
  const isSo = sql`EXISTS (SELECT 1 FROM enterprises WHERE id = ${enterpriseId} AND state = ${from}) AND ${when}`
  return [
    db.run(sql`
      INSERT INTO verification_steps
        (enterprise_id, number, from_state, to_state, means, document, note, attachment_id, actor_id, taken_at)
      SELECT ${enterpriseId}, (SELECT coalesce(max(number), 0) + 1 FROM verification_steps
          WHERE enterprise_id = ${enterpriseId}),
        ${from}, ${to}, ${means}, ${document || null}, ${note || null},
        ${attachmentId ?? null}, ${actor.kind === 'user' ? actor.id : null}, ${now}
      WHERE ${isSo}`),
    recordAudit(
      ctx,
      { action: acts[to], subjectKind: 'enterprise', subjectId: enterpriseId, data: { from, means } },
      isSo,
    ),
    db.run(sql`
      UPDATE enterprises SET state = ${to}, state_at = ${now}, version = version + 1
      WHERE id = ${enterpriseId} AND state = ${from} AND ${when}`),
  ]
}

/** The entry that comes next in an enterprise’s history, as mails name it. */
export const nextStepOf = (enterpriseId: string): SQL => sql`(
  SELECT ${enterpriseId} || '.' || (coalesce(max(number), 0) + 1) FROM verification_steps
  WHERE enterprise_id = ${enterpriseId})`
