import { sql } from 'drizzle-orm'
import { newId, type ServiceContext } from '../../context'
import type { EnterprisePart, EnterpriseState, OrganisationKind } from '../../contract/words'
import { isUniqueViolation, type Query } from '../../db/client'
import { recordAudit } from '../audit/record'
import { findMembership } from '../enterprises/membership'
import { takeStep } from '../enterprises/take-step'
import { withdrawRequests } from '../enterprises/withdraw-request'

interface Organisation {
  uscc: string
  name: string | null
}

interface Found {
  id: string
  state: EnterpriseState
  members: number
}

/**
 * What the sign-on says of somebody's organisation is proof: it is verified, and they belong to it, as its owner if nobody proven
 * does. Whoever had joined it without proof, and was not taken in by this person, asks to join anew. A member of another
 * organisation stays there.
 */
export async function proveEnterprise(
  ctx: ServiceContext,
  userId: string,
  organisation: Organisation,
): Promise<void> {
  const membership = await findMembership(ctx)
  if (membership && membership.uscc !== organisation.uscc) return
  const enterprise = (await find(ctx, organisation.uscc)) ?? (await make(ctx, organisation))
  const { id, state, members } = enterprise
  const statements =
    state === 'verified'
      ? membership
        ? []
        : join(ctx, id, userId, members === 0 ? 'owner' : 'drafter')
      : [
          ...(membership?.part === 'owner' ? [] : takeOver(ctx, id, userId)),
          ...(organisation.name
            ? [ctx.db.run(sql`UPDATE enterprises SET name = ${organisation.name} WHERE id = ${id}`)]
            : []),
          ...takeStep(ctx, { enterpriseId: id, from: state, to: 'verified', means: 'sign_on' }, sql`1`),
        ]
  const [first, ...others] = statements
  if (first) await ctx.db.batch([first, ...others])
}

async function find({ db }: ServiceContext, uscc: string): Promise<Found | null> {
  const [row] = await db.all<Found>(sql`
    SELECT e.id, e.state, (SELECT count(*) FROM enterprise_members m WHERE m.enterprise_id = e.id) AS members
    FROM enterprises e WHERE e.uscc = ${uscc}`)
  return row ?? null
}

async function make(ctx: ServiceContext, { uscc, name }: Organisation): Promise<Found> {
  const id = newId(ctx)
  const now = ctx.now.getTime()
  const kind = kindOf(uscc)
  try {
    await ctx.db.batch([
      ctx.db.run(sql`
        INSERT INTO enterprises (id, uscc, name, kind, state_at, created_at)
        VALUES (${id}, ${uscc}, ${name ?? uscc}, ${kind}, ${now}, ${now})`),
      recordAudit(ctx, {
        action: 'enterprise.registered',
        subjectKind: 'enterprise',
        subjectId: id,
        data: { kind, by: 'sign_on' },
      }),
    ])
  } catch (error) {
    if (!isUniqueViolation(error, 'enterprises.uscc')) throw error
  }
  const found = await find(ctx, uscc)
  if (!found) throw new Error('the enterprise was not made')
  return found
}

function takeOver(ctx: ServiceContext, enterpriseId: string, userId: string): Query[] {
  const { db } = ctx
  const now = ctx.now.getTime()
  const others = sql`enterprise_id = ${enterpriseId} AND user_id <> ${userId}`
  return [
    db.run(sql`
      INSERT INTO join_requests (id, enterprise_id, user_id, asked_at)
      SELECT lower(hex(randomblob(16))), enterprise_id, user_id, ${now} FROM enterprise_members WHERE ${others}`),
    db.run(sql`DELETE FROM enterprise_members WHERE ${others}`),
    db.run(sql`DELETE FROM enterprise_invitations WHERE enterprise_id = ${enterpriseId}`),
    ...join(ctx, enterpriseId, userId, 'owner'),
  ]
}

function join(ctx: ServiceContext, enterpriseId: string, userId: string, part: EnterprisePart): Query[] {
  return [
    ctx.db.run(sql`
      INSERT INTO enterprise_members (user_id, enterprise_id, part, joined_at)
      VALUES (${userId}, ${enterpriseId}, ${part}, ${ctx.now.getTime()})
      ON CONFLICT (user_id) DO UPDATE SET part = excluded.part`),
    ...withdrawRequests(ctx, userId),
    recordAudit(ctx, {
      action: 'enterprise.member_joined',
      subjectKind: 'enterprise',
      subjectId: enterpriseId,
      data: { part, by: 'sign_on' },
    }),
  ]
}

/** By the authority that registers it, the first character of the code: civil affairs, the staffing office, all others. */
function kindOf(uscc: string): OrganisationKind {
  return uscc.startsWith('5') ? 'association' : uscc.startsWith('1') ? 'institution' : 'enterprise'
}
