import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { EnterpriseView, VerificationInput } from '../../contract/enterprises'
import { AppError } from '../../errors'
import { getEnterprise } from './get-enterprise'
import { getOwnMembershipOrThrow, stillHas } from './membership'
import { canMove } from './rules'
import { takeStep } from './take-step'

/** Asks the department to verify the enterprise by a document. */
export async function submitForVerification(
  ctx: ServiceContext,
  { version, document, note }: VerificationInput,
): Promise<EnterpriseView> {
  const membership = await getOwnMembershipOrThrow(ctx, 'owner')
  const { enterpriseId, state } = membership
  if (!canMove(state, 'submitted', 'document')) throw new AppError('verification_refused')
  const isSeen = sql`EXISTS (SELECT 1 FROM enterprises WHERE id = ${enterpriseId} AND version = ${version})
    AND ${stillHas(membership)}`
  const step = { enterpriseId, from: state, to: 'submitted', means: 'document', document, note } as const
  const outcome = await ctx.db.batch(takeStep(ctx, step, isSeen) as never)
  if ((outcome[2] as { rowsAffected: number }).rowsAffected === 0) throw new AppError('enterprise_changed')
  return getEnterprise(ctx, enterpriseId)
}
