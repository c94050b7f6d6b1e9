import { type SQL, sql } from 'drizzle-orm'
import { assertParticipant, newId, type ServiceContext } from '../../context'
import type { ClaimInput, OwnEnterprise } from '../../contract/enterprises'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { assertKept, handIn } from './document'
import { getOwnEnterprise } from './get-enterprise'
import { isProven } from './is-proven'
import { findMembership } from './membership'

/** Nobody else belongs to it whom the provincial sign-on proved: of one that somebody proven holds, one asks to join. */
export const holdsNobodyProven = (enterpriseId: string, but: string): SQL => sql`NOT EXISTS (
  SELECT 1 FROM enterprise_members m JOIN users u ON u.id = m.user_id AND u.disabled_at IS NULL
  WHERE m.enterprise_id = ${enterpriseId} AND m.user_id <> ${but} AND ${isProven})`

/** Tells the department that others hold one's organisation's code; staff decide by the document. */
export async function claimEnterprise(
  ctx: ServiceContext,
  { uscc, note, file }: ClaimInput,
): Promise<OwnEnterprise> {
  const { id: userId } = assertParticipant(ctx)
  const { db, now } = ctx
  if (await findMembership(ctx)) throw new AppError('already_member')
  const [enterprise] = await db.all<{ id: string }>(sql`SELECT id FROM enterprises WHERE uscc = ${uscc}`)
  if (!enterprise) throw new AppError('not_found')
  await assertKept(ctx, file)
  const id = newId(ctx)
  const isMade = sql`EXISTS (SELECT 1 FROM enterprise_claims WHERE id = ${id})`
  const outcome = await db.batch([
    db.run(sql`
      INSERT INTO enterprise_claims (id, enterprise_id, user_id, note, attachment_id, asked_at)
      SELECT ${id}, ${enterprise.id}, ${userId}, ${note}, ${file ?? null}, ${now.getTime()}
      WHERE ${holdsNobodyProven(enterprise.id, userId)}
        AND NOT EXISTS (SELECT 1 FROM enterprise_members WHERE user_id = ${userId})
        AND NOT EXISTS (SELECT 1 FROM enterprise_claims WHERE user_id = ${userId} AND state = 'waiting')`),
    ...handIn(ctx, file, enterprise.id, isMade),
    recordAudit(
      ctx,
      { action: 'enterprise.claimed', subjectKind: 'enterprise', subjectId: enterprise.id },
      isMade,
    ),
  ] as never)
  if ((outcome[0] as unknown as { rowsAffected: number }).rowsAffected === 0)
    throw new AppError('claim_refused')
  return getOwnEnterprise(ctx)
}
