import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'

/** Takes the second factor off somebody who has lost it, and ends their sessions; `account_changed` where there is none. */
export async function removeSecondFactor(ctx: ServiceContext, userId: string): Promise<void> {
  const { db, now } = ctx
  const isOn = sql`EXISTS (SELECT 1 FROM users WHERE id = ${userId} AND has_second_factor = 1)`
  const [, , , removed] = await db.batch([
    recordAudit(ctx, { action: 'user.second_factor_reset', subjectKind: 'user', subjectId: userId }, isOn),
    db.run(sql`DELETE FROM sessions WHERE user_id = ${userId} AND ${isOn}`),
    db.run(sql`DELETE FROM two_factors WHERE user_id = ${userId} AND ${isOn}`),
    db.run(sql`
      UPDATE users SET has_second_factor = 0, updated_at = ${now.getTime()}
      WHERE id = ${userId} AND has_second_factor = 1`),
  ])
  if (removed.rowsAffected === 0) throw new AppError('account_changed')
}
