import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { StaffEnterprise, VerificationDecision } from '../../contract/enterprises'
import type { EnterpriseState } from '../../contract/words'
import { AppError, invalidField } from '../../errors'
import { enqueueAccountMails } from '../account-mails/enqueue'
import { getStaffEnterprise } from './get-staff-enterprise'
import { ownersOf } from './membership'
import { canMove } from './rules'
import { nextStepOf, takeStep } from './take-step'

/** Verifies an enterprise that submitted, as it was seen. */
export function verifyEnterprise(
  ctx: ServiceContext,
  id: string,
  decision: Omit<VerificationDecision, 'isVerified'>,
): Promise<StaffEnterprise> {
  return decide(ctx, id, 'verified', decision)
}

/** Rejects it for a reason, or takes a verification back. */
export function rejectVerification(
  ctx: ServiceContext,
  id: string,
  decision: Omit<VerificationDecision, 'isVerified'>,
): Promise<StaffEnterprise> {
  if (!decision.reason) throw invalidField('reason', 'explanation_required')
  return decide(ctx, id, 'rejected', decision)
}

async function decide(
  ctx: ServiceContext,
  enterpriseId: string,
  to: 'verified' | 'rejected',
  { version, reason }: Omit<VerificationDecision, 'isVerified'>,
): Promise<StaffEnterprise> {
  assertRole(ctx, 'staff')
  const { db } = ctx
  const [row] = await db.all<{ state: EnterpriseState; version: number }>(
    sql`SELECT state, version FROM enterprises WHERE id = ${enterpriseId}`,
  )
  if (!row) throw new AppError('not_found')
  if (row.version !== version) throw new AppError('enterprise_changed')
  const from = row.state
  if (!canMove(from, to, 'staff')) throw new AppError('verification_refused')
  const isSeen = sql`EXISTS (SELECT 1 FROM enterprises WHERE id = ${enterpriseId} AND version = ${version})`
  const step = { enterpriseId, from, to, means: 'staff', note: reason } as const
  const outcome = await db.batch([
    enqueueAccountMails(ctx, 'verification', nextStepOf(enterpriseId), ownersOf(enterpriseId), isSeen),
    ...takeStep(ctx, step, isSeen),
  ] as never)
  if ((outcome[3] as { rowsAffected: number }).rowsAffected === 0) throw new AppError('enterprise_changed')
  ctx.stir()
  return getStaffEnterprise(ctx, enterpriseId)
}
