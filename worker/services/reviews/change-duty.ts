import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { Duty } from '../../contract/moderation/hand'
import { recordAudit } from '../audit/record'
import { noteSeen } from './keep-hand'

/** The moderator goes on duty, or off; recorded where it is a change. */
export async function changeDuty(ctx: ServiceContext, { isOnDuty }: Duty): Promise<Duty> {
  const me = assertRole(ctx, 'moderator')
  const { db } = ctx
  const wanted = isOnDuty ? 1 : 0
  await db.batch([
    noteSeen(ctx, me),
    db.run(sql`
      UPDATE desk_presences SET is_on_duty = ${wanted} WHERE user_id = ${me.id} AND is_on_duty <> ${wanted}`),
    recordAudit(
      ctx,
      { action: 'duty.changed', subjectKind: 'user', subjectId: me.id, data: { isOnDuty } },
      sql`changes() > 0`,
    ),
  ])
  return { isOnDuty }
}
