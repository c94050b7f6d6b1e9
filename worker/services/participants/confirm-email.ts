import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { getLinkOrThrow } from './account-link'

/** Takes a link as proof that the address is its owner's, once. */
export async function confirmEmail(ctx: ServiceContext, token: string): Promise<void> {
  const { db } = ctx
  const { id, userId, name } = await getLinkOrThrow(ctx, 'confirm', token)
  const asOwner: ServiceContext = { ...ctx, actor: { kind: 'user', id: userId, name, role: 'participant' } }
  const isOpen = sql`EXISTS (SELECT 1 FROM account_links WHERE id = ${id})`
  const [confirmed] = await db.batch([
    db.run(sql`
      UPDATE users SET email_verified = 1, updated_at = ${ctx.now.getTime()} WHERE id = ${userId} AND ${isOpen}`),
    recordAudit(
      asOwner,
      { action: 'participant.email_confirmed', subjectKind: 'user', subjectId: userId },
      isOpen,
    ),
    db.run(sql`DELETE FROM account_links WHERE id = ${id}`),
  ])
  if (confirmed.rowsAffected === 0) throw new AppError('link_invalid')
}
