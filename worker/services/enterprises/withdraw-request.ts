import { type SQL, sql } from 'drizzle-orm'
import { assertParticipant, type ServiceContext } from '../../context'
import type { OwnEnterprise } from '../../contract/enterprises'
import type { Query } from '../../db/client'
import { AppError } from '../../errors'
import { recordAuditOfEach } from '../audit/record-each'
import { getOwnEnterprise } from './get-enterprise'

/** For a batch: what somebody asked for elsewhere is off. */
export function withdrawRequests(ctx: ServiceContext, userId: string, which: SQL = sql`1`): Query[] {
  const own = sql`user_id = ${userId} AND state = 'waiting' AND ${which}`
  return [
    recordAuditOfEach(
      ctx,
      { action: 'enterprise.join_withdrawn', subjectKind: 'enterprise' },
      sql`SELECT enterprise_id AS subject_id, '{}' AS data FROM join_requests WHERE ${own}`,
    ),
    ctx.db.run(
      sql`UPDATE join_requests SET state = 'withdrawn', settled_at = ${ctx.now.getTime()} WHERE ${own}`,
    ),
  ]
}

/** Takes one's own request back. */
export async function withdrawRequest(ctx: ServiceContext): Promise<OwnEnterprise> {
  const { id } = assertParticipant(ctx)
  const [audit, update] = withdrawRequests(ctx, id)
  if (!audit || !update) throw new Error('two statements')
  const outcome = await ctx.db.batch([audit, update])
  if ((outcome[1] as { rowsAffected: number }).rowsAffected === 0) throw new AppError('enterprise_changed')
  return getOwnEnterprise(ctx)
}
