import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { AccountChange, StaffEnterprise } from '../../contract/enterprises'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { getStaffEnterprise } from './get-staff-enterprise'

/**
 * Shuts out somebody who belongs to an enterprise, claims it or was taken out of it, or lets them in again. Sessions and links by or for
 * them end at once; what they sent stays.
 */
export async function changeAccount(
  ctx: ServiceContext,
  enterpriseId: string,
  { userId, isDisabled }: AccountChange,
): Promise<StaffEnterprise> {
  assertRole(ctx, 'staff')
  const { db } = ctx
  const now = ctx.now.getTime()
  const [person] = await db.all(sql`
    SELECT 1 FROM users u WHERE u.id = ${userId} AND u.role = 'participant' AND (
      EXISTS (SELECT 1 FROM enterprise_members WHERE user_id = u.id AND enterprise_id = ${enterpriseId})
      OR EXISTS (SELECT 1 FROM enterprise_claims WHERE user_id = u.id AND enterprise_id = ${enterpriseId})
      OR EXISTS (SELECT 1 FROM audit_log WHERE subject_kind = 'enterprise' AND subject_id = ${enterpriseId}
        AND action IN ('enterprise.member_changed', 'enterprise.member_left') AND data ->> 'member' = u.id))`)
  if (!person) throw new AppError('not_found')
  const mayChange = sql`id = ${userId} AND role = 'participant'
    AND ${isDisabled ? sql`disabled_at IS NULL` : sql`disabled_at IS NOT NULL`}`
  const isSo = sql`EXISTS (SELECT 1 FROM users WHERE ${mayChange})`
  const outcome = await db.batch([
    recordAudit(
      ctx,
      {
        action: isDisabled ? 'user.disabled' : 'user.enabled',
        subjectKind: 'user',
        subjectId: userId,
        data: { enterprise: enterpriseId },
      },
      isSo,
    ),
    db.run(sql`DELETE FROM sessions WHERE user_id = ${userId} AND ${isSo}`),
    db.run(sql`DELETE FROM account_links WHERE user_id = ${userId} AND ${isSo}`),
    db.run(sql`DELETE FROM enterprise_invitations WHERE invited_by = ${userId} AND ${isSo}`),
    db.run(sql`
      UPDATE users SET disabled_at = ${isDisabled ? now : null}, updated_at = ${now} WHERE ${mayChange}`),
  ])
  if (outcome[4].rowsAffected === 0) throw new AppError('account_changed')
  return getStaffEnterprise(ctx, enterpriseId)
}
