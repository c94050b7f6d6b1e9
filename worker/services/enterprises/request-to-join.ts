import { sql } from 'drizzle-orm'
import { assertParticipant, newId, type ServiceContext } from '../../context'
import type { OwnEnterprise } from '../../contract/enterprises'
import { AppError } from '../../errors'
import { enqueueAccountMails } from '../account-mails/enqueue'
import { recordAudit } from '../audit/record'
import { getOwnEnterprise } from './get-enterprise'
import { findMembership, ownersOf } from './membership'
import { withdrawRequests } from './withdraw-request'

/** Asks the owners of an enterprise to be taken in; a request to another one is withdrawn. */
export async function requestToJoin(ctx: ServiceContext, uscc: string): Promise<OwnEnterprise> {
  const { id: userId } = assertParticipant(ctx)
  const { db, now } = ctx
  if (await findMembership(ctx)) throw new AppError('already_member')
  const [enterprise] = await db.all<{ id: string }>(sql`SELECT id FROM enterprises WHERE uscc = ${uscc}`)
  if (!enterprise) throw new AppError('not_found')
  const id = newId(ctx)
  const isNew = sql`EXISTS (SELECT 1 FROM join_requests WHERE id = ${id})`
  await db.batch([
    ...withdrawRequests(ctx, userId, sql`enterprise_id <> ${enterprise.id}`),
    db.run(sql`
      INSERT INTO join_requests (id, enterprise_id, user_id, asked_at)
      SELECT ${id}, ${enterprise.id}, ${userId}, ${now.getTime()}
      WHERE NOT EXISTS (SELECT 1 FROM enterprise_members WHERE user_id = ${userId})
        AND NOT EXISTS (SELECT 1 FROM join_requests WHERE user_id = ${userId} AND state = 'waiting')`),
    recordAudit(
      ctx,
      { action: 'enterprise.join_asked', subjectKind: 'enterprise', subjectId: enterprise.id },
      isNew,
    ),
    enqueueAccountMails(ctx, 'join_asked', id, ownersOf(enterprise.id), isNew),
  ] as never)
  ctx.stir()
  return getOwnEnterprise(ctx)
}
