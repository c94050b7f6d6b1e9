import { sql } from 'drizzle-orm'
import { assertRole, isRoleAmong, type ServiceContext } from '../../context'
import type { PersonView, RoleChange } from '../../contract/people'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { leaveCases } from '../casework/leave-cases'
import { anotherAdminRemains } from './keep-an-admin'
import { leaveDesk } from './leave-desk'
import { getPersonOrThrow, presentPerson } from './read-person'

/** Gives somebody another role, from their next request on; what the new one may not have in hand is free. */
export async function changeRole(ctx: ServiceContext, { id, role }: RoleChange): Promise<PersonView> {
  const admin = assertRole(ctx, 'admin')
  const { db } = ctx
  const person = await getPersonOrThrow(ctx, id)
  if (person.role === role) return presentPerson(person, admin.id)
  const mayChange = sql`id = ${id} AND role = ${person.role} AND ${anotherAdminRemains}`
  const isChanging = sql`EXISTS (SELECT 1 FROM users WHERE ${mayChange})`
  const outcome = await db.batch([
    recordAudit(
      ctx,
      {
        action: 'user.role_changed',
        subjectKind: 'user',
        subjectId: id,
        data: { from: person.role, to: role },
      },
      isChanging,
    ),
    db.run(sql`DELETE FROM invitations WHERE invited_by = ${id} AND ${role !== 'admin'} AND ${isChanging}`),
    ...leaveDesk(ctx, id, sql`${!isRoleAmong(role, ['moderator'])} AND ${isChanging}`),
    leaveCases(ctx, id, sql`${!isRoleAmong(role, ['staff'])} AND ${isChanging}`),
    db.run(sql`UPDATE users SET role = ${role}, updated_at = ${ctx.now.getTime()} WHERE ${mayChange}`),
  ])
  const found = await getPersonOrThrow(ctx, id)
  if (outcome.at(-1)?.rowsAffected === 0)
    throw new AppError(found.role === 'admin' ? 'last_admin' : 'account_changed')
  ctx.stir()
  return presentPerson(found, admin.id)
}
