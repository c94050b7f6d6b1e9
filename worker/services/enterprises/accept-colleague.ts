import { sql } from 'drizzle-orm'
import { assertParticipant, type ServiceContext } from '../../context'
import type { EnterpriseView, InvitationForColleague } from '../../contract/enterprises'
import type { EnterprisePart } from '../../contract/words'
import { AppError } from '../../errors'
import { hashToken } from '../accounts/link-token'
import { recordAudit } from '../audit/record'
import { getEnterprise } from './get-enterprise'
import { findMembership } from './membership'
import { withdrawRequests } from './withdraw-request'

interface OpenInvitation {
  id: string
  enterprise_id: string
  part: EnterprisePart
  enterprise: string
  invited_by: string
  expires_at: number
}

/** What a colleague's link is for: anybody who holds it may ask. */
export async function lookUpColleagueInvitation(
  ctx: ServiceContext,
  token: string,
): Promise<InvitationForColleague> {
  const { enterprise, part, invited_by, expires_at } = await getInvitationOrThrow(ctx, token)
  return { enterprise, part, invitedBy: invited_by, expiresAt: new Date(expires_at).toISOString() }
}

/** Joins by a colleague's link, once. */
export async function acceptColleague(ctx: ServiceContext, token: string): Promise<EnterpriseView> {
  const { id: userId } = assertParticipant(ctx)
  const { db } = ctx
  if (await findMembership(ctx)) throw new AppError('already_member')
  const { id, enterprise_id: enterpriseId, part } = await getInvitationOrThrow(ctx, token)
  const isOpen = sql`EXISTS (SELECT 1 FROM enterprise_invitations WHERE id = ${id})`
  const joined = sql`${isOpen} AND EXISTS (
    SELECT 1 FROM enterprise_members WHERE user_id = ${userId} AND enterprise_id = ${enterpriseId})`
  const outcome = await db.batch([
    db.run(sql`
      INSERT INTO enterprise_members (user_id, enterprise_id, part, joined_at)
      SELECT ${userId}, ${enterpriseId}, ${part}, ${ctx.now.getTime()} WHERE ${isOpen}
      ON CONFLICT (user_id) DO NOTHING`),
    recordAudit(
      ctx,
      {
        action: 'enterprise.member_joined',
        subjectKind: 'enterprise',
        subjectId: enterpriseId,
        data: { part, by: 'invitation' },
      },
      joined,
    ),
    ...withdrawRequests(ctx, userId, joined),
    db.run(sql`DELETE FROM enterprise_invitations WHERE id = ${id} AND ${joined}`),
  ] as never)
  if ((outcome[0] as { rowsAffected: number }).rowsAffected === 0)
    throw new AppError((await findMembership(ctx)) ? 'already_member' : 'link_invalid')
  return getEnterprise(ctx, enterpriseId)
}

async function getInvitationOrThrow(ctx: ServiceContext, token: string): Promise<OpenInvitation> {
  const [row] = await ctx.db.all<OpenInvitation>(sql`
    SELECT i.id, i.enterprise_id, i.part, e.name AS enterprise, u.name AS invited_by, i.expires_at
    FROM enterprise_invitations i JOIN enterprises e ON e.id = i.enterprise_id JOIN users u ON u.id = i.invited_by
    WHERE i.token_hash = ${await hashToken(token)} AND i.expires_at > ${ctx.now.getTime()}
      AND EXISTS (SELECT 1 FROM enterprise_members m
        WHERE m.user_id = i.invited_by AND m.enterprise_id = i.enterprise_id AND m.part = 'owner')`)
  if (!row) throw new AppError('link_invalid')
  return row
}
