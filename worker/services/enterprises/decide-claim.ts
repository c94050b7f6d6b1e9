import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { ClaimDecision, StaffEnterprise } from '../../contract/enterprises'
import type { EnterpriseState } from '../../contract/words'
import type { Query } from '../../db/client'
import { AppError, invalidField } from '../../errors'
import { enqueueAccountMails } from '../account-mails/enqueue'
import { recordAudit } from '../audit/record'
import { recordAuditOfEach } from '../audit/record-each'
import { holdsNobodyProven } from './claim-enterprise'
import { dropPapers } from './drop-papers'
import { getStaffEnterprise } from './get-staff-enterprise'
import { takeStep } from './take-step'

/**
 * Hands an enterprise to whoever proved that it is theirs, or declines for a reason. Its new owner begins unverified and says anew
 * what it is; all who belonged to it are out and told so, their links and the contact person with them.
 */
export async function decideClaim(
  ctx: ServiceContext,
  enterpriseId: string,
  claimId: string,
  { version, isGranted, reason }: ClaimDecision,
): Promise<StaffEnterprise> {
  const { id: staffId } = assertRole(ctx, 'staff')
  if (!isGranted && !reason) throw invalidField('reason', 'explanation_required')
  const { db } = ctx
  const now = ctx.now.getTime()
  const [row] = await db.all<{ state: EnterpriseState; version: number; user_id: string }>(sql`
    SELECT e.state, e.version, c.user_id FROM enterprise_claims c JOIN enterprises e ON e.id = c.enterprise_id
    WHERE c.id = ${claimId} AND c.enterprise_id = ${enterpriseId}`)
  if (!row) throw new AppError('not_found')
  if (row.version !== version) throw new AppError('enterprise_changed')
  const isWaiting = sql`EXISTS (SELECT 1 FROM enterprise_claims WHERE id = ${claimId} AND state = 'waiting')`
  const mayTake = sql`${isWaiting} AND ${holdsNobodyProven(enterpriseId, row.user_id)}
    AND EXISTS (SELECT 1 FROM enterprises WHERE id = ${enterpriseId} AND version = ${version})
    AND EXISTS (SELECT 1 FROM users WHERE id = ${row.user_id} AND disabled_at IS NULL)
    AND NOT EXISTS (
      SELECT 1 FROM enterprise_members WHERE user_id = ${row.user_id} AND enterprise_id <> ${enterpriseId})`
  const when = isGranted ? mayTake : isWaiting
  const others = sql`enterprise_id = ${enterpriseId} AND user_id <> ${row.user_id} AND ${when}`
  const step = {
    ...({ enterpriseId, from: row.state, to: 'unverified', means: 'claim' } as const),
    note: reason,
  }
  const handOver = [
    enqueueAccountMails(
      ctx,
      'handed_over',
      claimId,
      sql`SELECT user_id AS id FROM enterprise_members WHERE ${others}`,
    ),
    recordAuditOfEach(
      ctx,
      { action: 'enterprise.member_changed', subjectKind: 'enterprise' },
      sql`SELECT enterprise_id AS subject_id,
        json_object('member', user_id, 'from', part, 'to', 'none', 'by', 'claim') AS data
        FROM enterprise_members WHERE ${others}`,
    ),
    db.run(sql`DELETE FROM enterprise_members WHERE ${others}`),
    db.run(sql`
      UPDATE comments SET is_verified = 0 WHERE ${when} AND is_verified = 1 AND id IN (
        SELECT s.comment_id FROM submission_comments s JOIN submissions r ON r.id = s.submission_id
        WHERE r.enterprise_id = ${enterpriseId} AND s.replaced_in IS NULL)`),
    db.run(sql`DELETE FROM enterprise_invitations WHERE enterprise_id = ${enterpriseId} AND ${when}`),
    db.run(sql`DELETE FROM enterprise_contacts WHERE enterprise_id = ${enterpriseId} AND ${when}`),
    db.run(sql`
      INSERT INTO enterprise_members (user_id, enterprise_id, part, joined_at)
      SELECT ${row.user_id}, ${enterpriseId}, 'owner', ${now} WHERE ${when}
      ON CONFLICT (user_id) DO UPDATE SET part = 'owner'`),
    recordAuditOfEach(
      ctx,
      { action: 'enterprise.join_withdrawn', subjectKind: 'enterprise' },
      sql`SELECT enterprise_id AS subject_id, '{}' AS data FROM join_requests
        WHERE user_id = ${row.user_id} AND state = 'waiting' AND ${when}`,
    ),
    db.run(sql`
      UPDATE join_requests SET state = 'withdrawn', settled_at = ${now}
      WHERE user_id = ${row.user_id} AND state = 'waiting' AND ${when}`),
    recordAudit(
      ctx,
      {
        action: 'enterprise.member_joined',
        subjectKind: 'enterprise',
        subjectId: enterpriseId,
        data: { part: 'owner', by: 'claim' },
      },
      when,
    ),
    db.run(sql`UPDATE enterprises SET handed_over_at = ${now} WHERE id = ${enterpriseId} AND ${when}`),
    ...dropPapers(ctx, enterpriseId),
    ...takeStep(ctx, step, when),
  ]
  const outcome = await db.batch([
    recordAudit(
      ctx,
      {
        action: 'enterprise.claim_settled',
        subjectKind: 'enterprise',
        subjectId: enterpriseId,
        data: { isGranted },
      },
      when,
    ),
    enqueueAccountMails(ctx, 'claim_settled', claimId, sql`SELECT ${row.user_id} AS id`, when),
    ...(isGranted ? handOver : []),
    db.run(sql`
      UPDATE enterprise_claims SET state = ${isGranted ? 'granted' : 'declined'}, reason = ${reason || null},
        decided_at = ${now}, decided_by = ${staffId}
      WHERE id = ${claimId} AND state = 'waiting' AND ${
        isGranted
          ? sql`EXISTS (
        SELECT 1 FROM enterprise_members WHERE user_id = ${row.user_id} AND enterprise_id = ${enterpriseId}
          AND part = 'owner') AND EXISTS (SELECT 1 FROM enterprises WHERE id = ${enterpriseId} AND version = ${version + 1})`
          : sql`1`
      }`),
  ] as [Query, ...Query[]])
  if ((outcome.at(-1) as { rowsAffected: number }).rowsAffected === 0)
    throw new AppError('enterprise_changed')
  ctx.stir()
  return getStaffEnterprise(ctx, enterpriseId)
}
