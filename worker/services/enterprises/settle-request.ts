import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { EnterpriseView, SettleRequest } from '../../contract/enterprises'
import { limits } from '../../contract/limits'
import { AppError } from '../../errors'
import { enqueueAccountMails } from '../account-mails/enqueue'
import { recordAudit } from '../audit/record'
import { getEnterprise } from './get-enterprise'
import { getOwnMembershipOrThrow, stillHas } from './membership'

/** Takes somebody in who asked to join, with a part, or declines; they are told by mail. */
export async function settleRequest(
  ctx: ServiceContext,
  { id, accept, part }: SettleRequest,
): Promise<EnterpriseView> {
  const membership = await getOwnMembershipOrThrow(ctx, 'owner')
  const { db } = ctx
  const now = ctx.now.getTime()
  const { enterpriseId } = membership
  const isWaiting = sql`EXISTS (SELECT 1 FROM join_requests r
    WHERE r.id = ${id} AND r.enterprise_id = ${enterpriseId} AND r.state = 'waiting') AND ${stillHas(membership)}`
  const hasRoom = sql`(SELECT count(*) FROM enterprise_members WHERE enterprise_id = ${enterpriseId}) < ${limits.members}`
  const mayTake = accept ? sql`${isWaiting} AND ${hasRoom}` : isWaiting
  const outcome = await db.batch([
    recordAudit(
      ctx,
      {
        action: 'enterprise.join_settled',
        subjectKind: 'enterprise',
        subjectId: enterpriseId,
        data: { accept, ...(accept && { part }) },
      },
      mayTake,
    ),
    enqueueAccountMails(
      ctx,
      'join_settled',
      id,
      sql`SELECT user_id AS id FROM join_requests WHERE id = ${id}`,
      mayTake,
    ),
    db.run(sql`
      INSERT INTO enterprise_members (user_id, enterprise_id, part, joined_at)
      SELECT user_id, ${enterpriseId}, ${part}, ${now} FROM join_requests
      WHERE id = ${id} AND ${accept ? 1 : 0} AND ${mayTake} ON CONFLICT (user_id) DO NOTHING`),
    db.run(sql`
      UPDATE join_requests SET state = ${accept ? 'accepted' : 'declined'}, settled_at = ${now},
        settled_by = ${membership.userId}
      WHERE id = ${id} AND state = 'waiting' AND enterprise_id = ${enterpriseId} AND ${stillHas(membership)}
        AND (${accept ? 0 : 1} OR EXISTS (
          SELECT 1 FROM enterprise_members m WHERE m.user_id = join_requests.user_id AND m.enterprise_id = ${enterpriseId}))`),
  ])
  if (outcome[3].rowsAffected === 0) throw new AppError(await whyNot(ctx, id, enterpriseId))
  ctx.stir()
  return getEnterprise(ctx, enterpriseId)
}

async function whyNot({ db }: ServiceContext, id: string, enterpriseId: string) {
  const [row] = await db.all<{ count: number }>(sql`
    SELECT (SELECT count(*) FROM enterprise_members WHERE enterprise_id = r.enterprise_id) AS count
    FROM join_requests r WHERE r.id = ${id} AND r.enterprise_id = ${enterpriseId}`)
  if (!row) return 'not_found'
  return row.count >= limits.members ? 'enterprise_full' : 'enterprise_changed'
}
