import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { EnterpriseView, VerificationInput } from '../../contract/enterprises'
import type { Query } from '../../db/client'
import { AppError } from '../../errors'
import { clearStrays } from '../files/clear-strays'
import { assertKept, handIn } from './document'
import { getEnterprise } from './get-enterprise'
import { getOwnMembershipOrThrow, stillHas } from './membership'
import { canMove } from './rules'
import { takeStep } from './take-step'

/** Asks the department to verify the enterprise by a document; a file of an earlier time is deleted. */
export async function submitForVerification(
  ctx: ServiceContext,
  { version, document, note, file }: VerificationInput,
): Promise<EnterpriseView> {
  const membership = await getOwnMembershipOrThrow(ctx, 'owner')
  const { db } = ctx
  const { enterpriseId, state } = membership
  if (!canMove(state, 'submitted', 'document')) throw new AppError('verification_refused')
  await assertKept(ctx, file)
  const isSeen = sql`EXISTS (SELECT 1 FROM enterprises WHERE id = ${enterpriseId} AND version = ${version}
    AND state = ${state}) AND ${stillHas(membership)}`
  const earlier = sql`enterprise_id = ${enterpriseId} AND id IN (
    SELECT attachment_id FROM verification_steps WHERE enterprise_id = ${enterpriseId})`
  const replaced = await db.all<{ storage_key: string }>(
    sql`SELECT storage_key FROM attachments WHERE ${earlier}`,
  )
  const step = {
    ...({ enterpriseId, from: state, to: 'submitted', means: 'document' } as const),
    ...{ document, note, attachmentId: file ?? null },
  }
  const outcome = await db.batch([
    db.run(sql`DELETE FROM attachments WHERE ${earlier} AND ${isSeen}`),
    ...handIn(ctx, file, enterpriseId, isSeen),
    ...takeStep(ctx, step, isSeen),
  ] as [Query, ...Query[]])
  if ((outcome.at(-1) as { rowsAffected: number }).rowsAffected === 0)
    throw new AppError('enterprise_changed')
  await clearStrays(
    ctx,
    replaced.map(({ storage_key }) => storage_key),
  )
  return getEnterprise(ctx, enterpriseId)
}
