import { type SQL, sql } from 'drizzle-orm'
import { assertParticipant, type ServiceContext } from '../../context'
import type { EnterprisePart, EnterpriseState, OrganisationKind } from '../../contract/words'
import { AppError } from '../../errors'

export interface Membership {
  userId: string
  enterpriseId: string
  part: EnterprisePart
  state: EnterpriseState
  uscc: string
  name: string
  kind: OrganisationKind
}

/** The enterprise that the actor belongs to; null for anybody else. */
export async function findMembership({ db, actor }: ServiceContext): Promise<Membership | null> {
  if (actor.kind !== 'user' || actor.role !== 'participant') return null
  const [row] = await db.all<Membership>(sql`
    SELECT m.user_id AS userId, m.enterprise_id AS enterpriseId, m.part, e.state, e.uscc, e.name, e.kind
    FROM enterprise_members m JOIN enterprises e ON e.id = m.enterprise_id WHERE m.user_id = ${actor.id}`)
  return row ?? null
}

/** The actor's own, whichever it is: `enterprise_required` without one, `part_required` where the part is not among these. */
export async function getOwnMembershipOrThrow(
  ctx: ServiceContext,
  ...parts: EnterprisePart[]
): Promise<Membership> {
  assertParticipant(ctx)
  const membership = await findMembership(ctx)
  if (!membership) throw new AppError('enterprise_required')
  if (parts.length > 0 && !parts.includes(membership.part)) throw new AppError('part_required')
  return membership
}

/** The actor's membership of this enterprise: to anybody outside it is `not_found`. */
export async function getMembershipOrThrow(
  ctx: ServiceContext,
  enterpriseId: string,
  ...parts: EnterprisePart[]
): Promise<Membership> {
  assertParticipant(ctx)
  const membership = await findMembership(ctx)
  if (membership?.enterpriseId !== enterpriseId) throw new AppError('not_found')
  if (parts.length > 0 && !parts.includes(membership.part)) throw new AppError('part_required')
  return membership
}

/** In a write: that the part with which it was asked for is still theirs. */
export const stillHas = ({ userId, enterpriseId, part }: Membership): SQL => sql`EXISTS (
  SELECT 1 FROM enterprise_members
  WHERE user_id = ${userId} AND enterprise_id = ${enterpriseId} AND part = ${part})`

/** Of a row of `enterprise_members`: it is no owner's, or another owner remains. */
export const anotherOwnerRemains: SQL = sql`(part <> 'owner' OR EXISTS (
  SELECT 1 FROM enterprise_members other WHERE other.enterprise_id = enterprise_members.enterprise_id
    AND other.part = 'owner' AND other.user_id <> enterprise_members.user_id))`

/** The owners of an enterprise, as mail goes to them. */
export const ownersOf = (enterpriseId: string): SQL =>
  sql`SELECT user_id AS id FROM enterprise_members WHERE enterprise_id = ${enterpriseId} AND part = 'owner'`
