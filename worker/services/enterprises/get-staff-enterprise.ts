import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { StaffEnterprise } from '../../contract/enterprises'
import type { ClaimState, EnterprisePart } from '../../contract/words'
import { AppError } from '../../errors'
import { documentColumn, parseDocument } from './document'
import {
  type ContactRow,
  type EnterpriseRow,
  enterpriseColumns,
  presentEnterprise,
  presentStep,
  type StepRow,
  stepsOf,
} from './enterprise-row'

/** An enterprise as the staff who verify it see it. */
export async function getStaffEnterprise(ctx: ServiceContext, id: string): Promise<StaffEnterprise> {
  assertRole(ctx, 'staff')
  const { db } = ctx
  const [[row], [contact], members, former, claims, steps] = await db.batch([
    db.all<EnterpriseRow>(sql`SELECT ${enterpriseColumns} FROM enterprises e WHERE e.id = ${id}`),
    db.all<ContactRow>(sql`SELECT name, kind, value FROM enterprise_contacts WHERE enterprise_id = ${id}`),
    db.all<{ id: string; name: string; part: EnterprisePart; joined_at: number; is_disabled: number }>(sql`
      SELECT u.id, u.name, m.part, m.joined_at, u.disabled_at IS NOT NULL AS is_disabled FROM enterprise_members m JOIN users u ON u.id = m.user_id
      WHERE m.enterprise_id = ${id} ORDER BY m.part <> 'owner', m.joined_at, u.id`),
    db.all<{ id: string; name: string; is_disabled: number }>(sql`
      SELECT u.id, u.name, u.disabled_at IS NOT NULL AS is_disabled FROM users u
      WHERE u.id IN (SELECT data ->> 'member' FROM audit_log WHERE subject_kind = 'enterprise' AND subject_id = ${id}
          AND action IN ('enterprise.member_changed', 'enterprise.member_left'))
        AND NOT EXISTS (SELECT 1 FROM enterprise_members m WHERE m.user_id = u.id AND m.enterprise_id = ${id})
      ORDER BY u.id LIMIT 50`),
    db.all<ClaimRow>(sql`
      SELECT c.id, c.user_id, u.name, u.disabled_at IS NOT NULL AS is_disabled, c.note, c.state, c.reason, c.asked_at,
        ${documentColumn(sql`c.attachment_id`)} AS file
      FROM enterprise_claims c INDEXED BY enterprise_claims_of_enterprise JOIN users u ON u.id = c.user_id
      WHERE c.enterprise_id = ${id}
      ORDER BY c.state <> 'waiting', iif(c.state = 'waiting', c.asked_at, -c.asked_at) LIMIT 20`),
    db.all<StepRow>(stepsOf(id)),
  ])
  if (!row) throw new AppError('not_found')
  return {
    ...presentEnterprise(row),
    contact: contact ?? null,
    members: members.map(({ id, name, part, joined_at, is_disabled }) => ({
      ...{ id, name, part },
      isDisabled: is_disabled === 1,
      joinedAt: new Date(joined_at).toISOString(),
    })),
    former: former.map(({ id, name, is_disabled }) => ({ id, name, isDisabled: is_disabled === 1 })),
    claims: claims.map(({ user_id, is_disabled, asked_at, file, ...claim }) => ({
      ...claim,
      userId: user_id,
      isDisabled: is_disabled === 1,
      file: parseDocument(file),
      askedAt: new Date(asked_at).toISOString(),
    })),
    history: steps.map((step) => presentStep(step, true)),
  }
}

interface ClaimRow {
  id: string
  user_id: string
  name: string
  is_disabled: number
  note: string
  file: string | null
  state: ClaimState
  reason: string | null
  asked_at: number
}
