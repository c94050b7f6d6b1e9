import { type SQL, sql } from 'drizzle-orm'
import { newId, type ServiceContext } from '../../context'
import type { EnterprisePart, EnterpriseState, OrganisationKind } from '../../contract/words'
import { isUniqueViolation, type Query } from '../../db/client'
import { recordAudit } from '../audit/record'
import { recordAuditOfEach } from '../audit/record-each'
import { dropPapers } from '../enterprises/drop-papers'
import { isProven } from '../enterprises/is-proven'
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
  const isSo = sql`EXISTS (SELECT 1 FROM enterprises WHERE id = ${id} AND state = ${state})`
  const statements =
    state === 'verified'
      ? membership
        ? []
        : join(ctx, id, userId, members === 0 ? 'owner' : 'drafter', isSo)
      : [
          ...(membership?.part === 'owner' ? [] : takeOver(ctx, id, userId, isSo)),
          ...(organisation.name
            ? [
                ctx.db.run(
                  sql`UPDATE enterprises SET name = ${organisation.name} WHERE id = ${id} AND ${isSo}`,
                ),
              ]
            : []),
          ...takeStep(ctx, { enterpriseId: id, from: state, to: 'verified', means: 'sign_on' }, sql`1`),
        ]
  const [first, ...others] = statements
  if (!first) return
  const outcome = await ctx.db.batch([first, ...others])
  const last = outcome.at(-1) as { rowsAffected: number }
  if (state !== 'verified' && last.rowsAffected === 0) await proveEnterprise(ctx, userId, organisation)
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

function takeOver(ctx: ServiceContext, enterpriseId: string, userId: string, when: SQL): Query[] {
  const { db } = ctx
  const now = ctx.now.getTime()
  const others = sql`enterprise_members AS m WHERE m.enterprise_id = ${enterpriseId} AND m.user_id <> ${userId} AND ${when}
    AND NOT ${isProven}`
  return [
    db.run(sql`
      INSERT INTO join_requests (id, enterprise_id, user_id, asked_at)
      SELECT lower(hex(randomblob(16))), enterprise_id, user_id, ${now} FROM ${others}`),
    db.run(sql`
      UPDATE enterprises SET handed_over_at = ${now} WHERE id = ${enterpriseId} AND EXISTS (SELECT 1 FROM ${others})`),
    recordAuditOfEach(
      ctx,
      { action: 'enterprise.member_changed', subjectKind: 'enterprise' },
      sql`SELECT enterprise_id AS subject_id,
        json_object('member', user_id, 'from', part, 'to', 'none', 'by', 'sign_on') AS data
        FROM ${others}`,
    ),
    db.run(sql`DELETE FROM ${others}`),
    ...dropPapers(ctx, enterpriseId),
    db.run(sql`DELETE FROM enterprise_invitations WHERE enterprise_id = ${enterpriseId} AND ${when}`),
    ...join(ctx, enterpriseId, userId, 'owner', when),
  ]
}

function join(
  ctx: ServiceContext,
  enterpriseId: string,
  userId: string,
  part: EnterprisePart,
  when: SQL,
): Query[] {
  return [
    ctx.db.run(sql`
      INSERT INTO enterprise_members (user_id, enterprise_id, part, joined_at)
      SELECT ${userId}, ${enterpriseId}, ${part}, ${ctx.now.getTime()} WHERE ${when}
      ON CONFLICT (user_id) DO UPDATE SET part = excluded.part`),
    ...withdrawRequests(ctx, userId, when),
    recordAudit(
      ctx,
      {
        action: 'enterprise.member_joined',
        subjectKind: 'enterprise',
        subjectId: enterpriseId,
        data: { part, by: 'sign_on' },
      },
      when,
    ),
  ]
}

/** By the authority that registers it, the first character of the code: civil affairs, the staffing office, all others. */
function kindOf(uscc: string): OrganisationKind {
  return uscc.startsWith('5') ? 'association' : uscc.startsWith('1') ? 'institution' : 'enterprise'
}
