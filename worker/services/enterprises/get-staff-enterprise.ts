import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { StaffEnterprise } from '../../contract/enterprises'
import type { EnterprisePart } from '../../contract/words'
import { AppError } from '../../errors'
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
  const [[row], [contact], members, steps] = await db.batch([
    db.all<EnterpriseRow>(sql`SELECT ${enterpriseColumns} FROM enterprises e WHERE e.id = ${id}`),
    db.all<ContactRow>(sql`SELECT name, kind, value FROM enterprise_contacts WHERE enterprise_id = ${id}`),
    db.all<{ name: string; part: EnterprisePart; joined_at: number }>(sql`
      SELECT u.name, m.part, m.joined_at FROM enterprise_members m JOIN users u ON u.id = m.user_id
      WHERE m.enterprise_id = ${id} ORDER BY m.part <> 'owner', m.joined_at, u.id`),
    db.all<StepRow>(stepsOf(id)),
  ])
  if (!row) throw new AppError('not_found')
  return {
    ...presentEnterprise(row),
    contact: contact ?? null,
    members: members.map(({ name, part, joined_at }) => ({
      ...{ name, part },
      joinedAt: new Date(joined_at).toISOString(),
    })),
    history: steps.map((step) => presentStep(step, true)),
  }
}
