import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { UnitMember, UnitsView } from '../../contract/units'
import { invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { isStaff } from '../casework/is-staff'
import { presentUnits, unitQueries } from './list-units'

/** Makes somebody a member or a head of a unit, or takes them out of it; recorded where it is a change. */
export async function changeMember(
  ctx: ServiceContext,
  { unit, user, part }: UnitMember,
): Promise<UnitsView> {
  const admin = assertRole(ctx, 'admin')
  const { db } = ctx
  const unitId = sql`(SELECT id FROM units WHERE key = ${unit} AND is_active = 1)`
  const isHead = part === 'head' ? 1 : 0
  const change =
    part === 'none'
      ? sql`DELETE FROM unit_members WHERE unit_id = ${unitId} AND user_id = ${user}`
      : sql`
        INSERT INTO unit_members (unit_id, user_id, is_head)
        SELECT n.id, u.id, ${isHead} FROM units n JOIN users u ON u.id = ${user} AND ${isStaff} WHERE n.id = ${unitId}
        ON CONFLICT (unit_id, user_id) DO UPDATE SET is_head = ${isHead} WHERE is_head <> ${isHead}`
  const [[found], , , ...answers] = await db.batch([
    db.all<{ unit: number | null; person: number }>(sql`
      SELECT ${unitId} AS unit, EXISTS (SELECT 1 FROM users u WHERE u.id = ${user} AND ${isStaff}) AS person`),
    db.run(change),
    recordAudit(
      ctx,
      { action: 'unit.member_changed', subjectKind: 'unit', subjectId: unit, data: { user, part } },
      sql`changes() > 0`,
    ),
    ...unitQueries(ctx),
  ])
  if (!found?.unit) throw invalidField('unit', 'unit_unknown')
  if (!found.person && part !== 'none') throw invalidField('user', 'colleague_unknown')
  return presentUnits(admin, answers)
}
