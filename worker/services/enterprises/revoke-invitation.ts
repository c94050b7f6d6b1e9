import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { EnterpriseView } from '../../contract/enterprises'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { getEnterprise } from './get-enterprise'
import { getOwnMembershipOrThrow, stillHas } from './membership'

/** Takes a colleague's link back. */
export async function revokeColleagueInvitation(ctx: ServiceContext, id: string): Promise<EnterpriseView> {
  const membership = await getOwnMembershipOrThrow(ctx, 'owner')
  const { enterpriseId } = membership
  const isOpen = sql`id = ${id} AND enterprise_id = ${enterpriseId} AND ${stillHas(membership)}`
  const [, revoked] = await ctx.db.batch([
    recordAudit(
      ctx,
      { action: 'enterprise.invitation_revoked', subjectKind: 'enterprise', subjectId: enterpriseId },
      sql`EXISTS (SELECT 1 FROM enterprise_invitations WHERE ${isOpen})`,
    ),
    ctx.db.run(sql`DELETE FROM enterprise_invitations WHERE ${isOpen}`),
  ])
  if (revoked.rowsAffected === 0) throw new AppError('not_found')
  return getEnterprise(ctx, enterpriseId)
}
