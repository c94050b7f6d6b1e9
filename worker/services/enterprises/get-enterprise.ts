import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { EnterpriseView, OwnClaim, OwnEnterprise, OwnRequest } from '../../contract/enterprises'
import type { ClaimState, EnterprisePart } from '../../contract/words'
import { AppError } from '../../errors'
import { mailedAddress } from '../participants/address'
import { parts } from '../submissions/rules'
import {
  type ContactRow,
  type EnterpriseRow,
  enterpriseColumns,
  presentEnterprise,
  presentStep,
  type StepRow,
  stepsOf,
} from './enterprise-row'
import { findMembership, getMembershipOrThrow } from './membership'

/** An enterprise as its members see it; who asks to join, by no address that is not confirmed, and who is invited, owners alone. */
export async function getEnterprise(ctx: ServiceContext, enterpriseId: string): Promise<EnterpriseView> {
  const { userId, part } = await getMembershipOrThrow(ctx, enterpriseId)
  const { db, now } = ctx
  const isOwner = part === 'owner' ? 1 : 0
  const [[row], [contact], members, requests, invitations, steps, awaiting] = await db.batch([
    db.all<EnterpriseRow>(sql`SELECT ${enterpriseColumns} FROM enterprises e WHERE e.id = ${enterpriseId}`),
    db.all<ContactRow>(
      sql`SELECT name, kind, value FROM enterprise_contacts WHERE enterprise_id = ${enterpriseId}`,
    ),
    db.all<PersonRow & { part: EnterprisePart }>(sql`
      SELECT u.id, u.name, u.email, m.part, m.joined_at AS at FROM enterprise_members m
      JOIN users u ON u.id = m.user_id WHERE m.enterprise_id = ${enterpriseId} ORDER BY m.part <> 'owner', m.joined_at, u.id`),
    db.all<Omit<PersonRow, 'email'> & { email: string | null }>(sql`
      SELECT r.id, u.name, iif(u.email_verified, u.email, NULL) AS email, r.asked_at AS at FROM join_requests r INDEXED BY join_requests_waiting
      JOIN users u ON u.id = r.user_id
      WHERE r.enterprise_id = ${enterpriseId} AND r.state = 'waiting' AND ${isOwner} ORDER BY r.asked_at LIMIT 100`),
    db.all<InvitationRow>(sql`
      SELECT i.id, i.part, i.email, u.name AS invited_by, i.invited_at, i.expires_at
      FROM enterprise_invitations i JOIN users u ON u.id = i.invited_by
      WHERE i.enterprise_id = ${enterpriseId} AND i.expires_at > ${now.getTime()} AND ${isOwner}
      ORDER BY i.invited_at DESC`),
    db.all<StepRow>(stepsOf(enterpriseId)),
    db.all<AwaitingRow>(sql`
      SELECT c.key, c.title, c.title_en, c.is_current FROM submissions s JOIN consultations c ON c.id = s.consultation_id
      WHERE s.enterprise_id = ${enterpriseId} AND s.state = 'in_approval' AND ${parts.send.includes(part) ? 1 : 0}
        AND c.opens_at <= ${now.getTime()} AND c.closes_at > ${now.getTime()} ORDER BY c.id DESC`),
  ])
  if (!row) throw new AppError('not_found')
  return {
    ...presentEnterprise(row),
    contact: contact ?? null,
    part,
    members: members.map(({ id, name, email, part, at }) => ({
      ...{ id, name, part, email: mailedAddress(email) },
      joinedAt: new Date(at).toISOString(),
      isSelf: id === userId,
    })),
    requests: requests.map(({ id, name, email, at }) => ({
      ...{ id, name, email: email && mailedAddress(email) },
      askedAt: new Date(at).toISOString(),
    })),
    invitations: invitations.map(presentInvitation),
    history: steps.map((step) => presentStep(step, false)),
    awaiting: awaiting.map(({ key, title, title_en, is_current }) => ({
      ...{ key, title, titleEn: title_en, isCurrent: is_current === 1 },
    })),
  }
}

/** The actor's enterprise, or what became of their wish to join one. */
export async function getOwnEnterprise(ctx: ServiceContext): Promise<OwnEnterprise> {
  const membership = await findMembership(ctx)
  if (membership)
    return { enterprise: await getEnterprise(ctx, membership.enterpriseId), request: null, claim: null }
  if (ctx.actor.kind !== 'user') throw new AppError('unauthenticated')
  const userId = ctx.actor.id
  const [[row], [claimed]] = await ctx.db.batch([
    ctx.db.all<{ id: string; name: string; uscc: string; state: string; asked_at: number }>(sql`
      SELECT r.id, e.name, e.uscc, r.state, r.asked_at FROM join_requests r INDEXED BY join_requests_of_user
      JOIN enterprises e ON e.id = r.enterprise_id
      WHERE r.user_id = ${userId} ORDER BY r.asked_at DESC LIMIT 1`),
    ctx.db.all<{ name: string; state: ClaimState; reason: string | null; asked_at: number }>(sql`
      SELECT e.name, c.state, c.reason, c.asked_at FROM enterprise_claims c INDEXED BY enterprise_claims_of_user
      JOIN enterprises e ON e.id = c.enterprise_id
      WHERE c.user_id = ${userId} ORDER BY c.asked_at DESC LIMIT 1`),
  ])
  const claim: OwnClaim | null =
    claimed && claimed.state !== 'granted'
      ? {
          enterprise: claimed.name,
          state: claimed.state,
          reason: claimed.reason,
          askedAt: new Date(claimed.asked_at).toISOString(),
        }
      : null
  if (!row || (row.state !== 'waiting' && row.state !== 'declined'))
    return { enterprise: null, request: null, claim }
  const request: OwnRequest = {
    id: row.id,
    enterprise: row.name,
    uscc: row.uscc,
    state: row.state,
    askedAt: new Date(row.asked_at).toISOString(),
  }
  return { enterprise: null, request, claim }
}

interface AwaitingRow {
  key: string
  title: string
  title_en: string
  is_current: number
}

interface PersonRow {
  id: string
  name: string
  email: string
  at: number
}

export interface InvitationRow {
  id: string
  part: EnterprisePart
  email: string | null
  invited_by: string
  invited_at: number
  expires_at: number
}

export function presentInvitation({ id, part, email, ...row }: InvitationRow) {
  return {
    ...{ id, part, email },
    invitedBy: row.invited_by,
    invitedAt: new Date(row.invited_at).toISOString(),
    expiresAt: new Date(row.expires_at).toISOString(),
  }
}
