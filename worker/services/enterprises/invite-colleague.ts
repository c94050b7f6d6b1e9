import { sql } from 'drizzle-orm'
import { newId, type ServiceContext } from '../../context'
import type { InviteColleague, InvitedColleague } from '../../contract/enterprises'
import { limits } from '../../contract/limits'
import { AppError } from '../../errors'
import { enqueueInvitationMail, hashAddress } from '../account-mails/enqueue'
import { hashToken, mailedToken } from '../accounts/link-token'
import { recordAudit } from '../audit/record'
import { getOwnMembershipOrThrow, stillHas } from './membership'

const lasts = 7 * 86_400_000

/** Makes a link by which a colleague joins with this part; it is told this once, and mailed where an address is given. */
export async function inviteColleague(
  ctx: ServiceContext,
  { part, email }: InviteColleague,
): Promise<InvitedColleague> {
  const membership = await getOwnMembershipOrThrow(ctx, 'owner')
  const { db, now } = ctx
  const { enterpriseId, userId } = membership
  const id = newId(ctx)
  const token = await mailedToken(ctx, id)
  const expiresAt = new Date(now.getTime() + lasts)
  const isMade = sql`EXISTS (SELECT 1 FROM enterprise_invitations WHERE id = ${id})`
  const addressHash = await hashAddress(ctx, email ?? '')
  const outcome = await db.batch([
    db.run(sql`DELETE FROM enterprise_invitations WHERE enterprise_id = ${enterpriseId}
      AND (expires_at <= ${now.getTime()} OR (email IS NOT NULL AND email = ${email ?? ''})) AND ${stillHas(membership)}`),
    db.run(sql`
      INSERT INTO enterprise_invitations
        (id, enterprise_id, part, email, token_hash, invited_by, invited_at, expires_at)
      SELECT ${id}, ${enterpriseId}, ${part}, ${email ?? null}, ${await hashToken(token)}, ${userId},
        ${now.getTime()}, ${expiresAt.getTime()}
      WHERE ${stillHas(membership)} AND ${limits.members} >
        (SELECT count(*) FROM enterprise_members WHERE enterprise_id = ${enterpriseId})
        + (SELECT count(*) FROM enterprise_invitations WHERE enterprise_id = ${enterpriseId})`),
    recordAudit(
      ctx,
      {
        action: 'enterprise.colleague_invited',
        subjectKind: 'enterprise',
        subjectId: enterpriseId,
        data: { part },
      },
      isMade,
    ),
    enqueueInvitationMail(ctx, id, addressHash),
  ])
  if (outcome[1].rowsAffected === 0) throw new AppError('enterprise_full')
  ctx.stir()
  return {
    invitation: {
      ...{ id, part, email: email ?? null },
      invitedBy: ctx.actor.kind === 'user' ? ctx.actor.name : '',
      invitedAt: now.toISOString(),
      expiresAt: expiresAt.toISOString(),
    },
    token,
  }
}
