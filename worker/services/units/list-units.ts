import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext, type UserActor } from '../../context'
import type { UnitsView } from '../../contract/units'
import type { UnitPart } from '../../contract/words'
import { groupRows } from '../../db/group-rows'
import { isStaff } from '../casework/is-staff'
import { currentConsultation } from '../plan/current'

/** The offices with their people and their measures, and everybody to whom a case can be given. */
export async function listUnits(ctx: ServiceContext): Promise<UnitsView> {
  const me = assertRole(ctx, 'staff')
  return presentUnits(me, await ctx.db.batch(unitQueries(ctx)))
}

/** The statements of {@link listUnits}, for a batch that changes something first; {@link presentUnits} takes their answers. */
export function unitQueries(ctx: ServiceContext) {
  const { db } = ctx
  return [
    db.all<UnitRow>(sql`SELECT id, key, name, name_en FROM units WHERE is_active = 1 ORDER BY id`),
    db.all<MemberRow>(sql`
      SELECT m.unit_id, u.id, u.name, m.is_head FROM unit_members m JOIN users u ON u.id = m.user_id
      WHERE ${isStaff} ORDER BY m.unit_id, m.is_head DESC, u.name, u.id`),
    db.all<MeasureRow>(sql`
      SELECT b.unit_id, s.key, b.part FROM measures s JOIN measure_units b ON b.measure_id = s.id
      WHERE s.consultation_id = ${currentConsultation(ctx)} ORDER BY s.id`),
    db.all<PersonRow>(sql`SELECT u.id, u.name FROM users u WHERE ${isStaff} ORDER BY u.name, u.id`),
  ] as const
}

export function presentUnits(
  me: UserActor,
  [units, members, measures, people]: readonly [UnitRow[], MemberRow[], MeasureRow[], PersonRow[]],
): UnitsView {
  const membersOf = groupRows(members, ({ unit_id }) => unit_id)
  const unitsOf = groupRows(members, ({ id }) => id)
  const measuresOf = groupRows(measures, ({ unit_id }) => unit_id)
  const keyOf = new Map(units.map(({ id, key }) => [id, key]))
  const keys = (unit: number, part: UnitPart) =>
    (measuresOf.get(unit) ?? []).filter((measure) => measure.part === part).map(({ key }) => key)
  return {
    units: units.map((unit) => ({
      key: unit.key,
      name: unit.name,
      nameEn: unit.name_en,
      members: (membersOf.get(unit.id) ?? []).map(({ id, name, is_head }) => ({
        id,
        name,
        isHead: is_head === 1,
      })),
      leads: keys(unit.id, 'lead'),
      supports: keys(unit.id, 'support'),
    })),
    colleagues: people.map(({ id, name }) => ({
      id,
      name,
      isMe: id === me.id,
      units: (unitsOf.get(id) ?? []).flatMap(({ unit_id }) => keyOf.get(unit_id) ?? []),
    })),
  }
}

interface UnitRow {
  id: number
  key: string
  name: string
  name_en: string
}

interface PersonRow {
  id: string
  name: string
}

interface MemberRow extends PersonRow {
  unit_id: number
  is_head: number
}

interface MeasureRow {
  unit_id: number
  key: string
  part: UnitPart
}
