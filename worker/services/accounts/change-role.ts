import { sql } from 'drizzle-orm'
import { assertRole, isRoleAmong, type ServiceContext } from '../../context'
import type { PersonView, RoleChange } from '../../contract/people'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { anotherAdminRemains } from './keep-an-admin'
import { leaveDesk } from './leave-desk'
import { getPersonOrThrow, presentPerson } from './read-person'

/** Gives somebody another role, from their next request on; what the new one may not hold is free. */
export async function changeRole(ctx: ServiceContext, { id, role }: RoleChange): Promise<PersonView> {
  const admin = assertRole(ctx, 'admin')
  const { db } = ctx
  const now = ctx.now.getTime()
  const person = await getPersonOrThrow(ctx, id)
  if (person.role === role) return presentPerson(person, admin.id)
  const isDone = sql`EXISTS (SELECT 1 FROM users WHERE id = ${id} AND role = ${role} AND updated_at = ${now})`
  const mayNotHold = isRoleAmong(role, ['moderator']) ? sql`0` : isDone
  const mayNotInvite = role === 'admin' ? sql`0` : isDone
  const [changed] = await db.batch([
    db.run(sql`
      UPDATE users SET role = ${role}, updated_at = ${now}
      WHERE id = ${id} AND role = ${person.role} AND ${anotherAdminRemains}`),
    db.run(sql`DELETE FROM invitations WHERE invited_by = ${id} AND ${mayNotInvite}`),
    ...leaveDesk(ctx, id, mayNotHold),
    recordAudit(
      ctx,
      { action: 'user.role_changed', subjectKind: 'user', subjectId: id, data: { from: person.role, to: role } },
      isDone,
    ),
  ])
  if (changed.rowsAffected === 0)
    throw new AppError(person.role === 'admin' ? 'last_admin' : 'account_changed')
  ctx.stir()
  return presentPerson({ ...person, role }, admin.id)
}
