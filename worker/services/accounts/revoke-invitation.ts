import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'

/** Takes an invitation back: its link no longer works. */
export async function revokeInvitation(ctx: ServiceContext, id: string): Promise<{ id: string }> {
  assertRole(ctx, 'admin')
  const { db } = ctx
  const isOpen = sql`id = ${id} AND user_id IS NULL`
  const [, revoked] = await db.batch([
    recordAudit(
      ctx,
      { action: 'user.invitation_revoked', subjectKind: 'user', subjectId: id },
      sql`EXISTS (SELECT 1 FROM invitations WHERE ${isOpen})`,
    ),
    db.run(sql`DELETE FROM invitations WHERE ${isOpen}`),
  ])
  if (revoked.rowsAffected === 0) throw new AppError('not_found')
  return { id }
}
