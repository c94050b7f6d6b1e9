import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { EnterpriseView, MemberChange, OwnEnterprise } from '../../contract/enterprises'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { getEnterprise, getOwnEnterprise } from './get-enterprise'
import { anotherOwnerRemains, getOwnMembershipOrThrow, type Membership, stillHas } from './membership'

/** Gives a colleague another part, or takes them out; somebody who owns the enterprise always remains. */
export async function changeMember(
  ctx: ServiceContext,
  { id, from, part }: MemberChange,
): Promise<EnterpriseView> {
  const membership = await getOwnMembershipOrThrow(ctx, 'owner')
  const { enterpriseId, userId } = membership
  if (id === userId && part === 'none')
    throw new AppError('invalid_input', { fields: { part: 'not_a_choice' } })
  if (part !== from) await change(ctx, membership, { id, from, part })
  return getEnterprise(ctx, enterpriseId)
}

/** Leaves one's enterprise; the last owner cannot. */
export async function leaveEnterprise(ctx: ServiceContext): Promise<OwnEnterprise> {
  const membership = await getOwnMembershipOrThrow(ctx)
  await change(ctx, membership, { id: membership.userId, from: membership.part, part: 'none' })
  return getOwnEnterprise(ctx)
}

async function change(
  ctx: ServiceContext,
  membership: Membership,
  { id, from, part }: MemberChange,
): Promise<void> {
  const { db } = ctx
  const { enterpriseId, userId } = membership
  const isTheirs = sql`user_id = ${id} AND enterprise_id = ${enterpriseId} AND part = ${from}
    AND ${part === 'owner' ? sql`1` : anotherOwnerRemains} AND ${stillHas(membership)}`
  const isSo = sql`EXISTS (SELECT 1 FROM enterprise_members WHERE ${isTheirs})`
  const isLeaving = id === userId && part === 'none'
  const outcome = await db.batch([
    recordAudit(
      ctx,
      {
        action: isLeaving ? 'enterprise.member_left' : 'enterprise.member_changed',
        subjectKind: 'enterprise',
        subjectId: enterpriseId,
        data: { member: id, from, to: part },
      },
      isSo,
    ),
    db.run(
      sql`DELETE FROM enterprise_invitations WHERE invited_by = ${id} AND ${from === 'owner' ? 1 : 0} AND ${isSo}`,
    ),
    part === 'none'
      ? db.run(sql`DELETE FROM enterprise_members WHERE ${isTheirs}`)
      : db.run(sql`UPDATE enterprise_members SET part = ${part} WHERE ${isTheirs}`),
  ])
  if (outcome[2].rowsAffected > 0) return
  const [left] = await db.all<{ part: string }>(sql`
    SELECT part FROM enterprise_members WHERE user_id = ${id} AND enterprise_id = ${enterpriseId}`)
  throw new AppError(left?.part === from && from === 'owner' ? 'last_owner' : 'enterprise_changed')
}
