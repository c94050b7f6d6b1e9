import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { PersonView } from '../../contract/people'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { leaveCases } from '../casework/leave-cases'
import { anotherAdminRemains } from './keep-an-admin'
import { leaveDesk } from './leave-desk'
import { getPersonOrThrow, presentPerson } from './read-person'

/** Shuts somebody out at once: sessions end, links made by them or for them too, and what they had in hand is free. */
export async function disableUser(ctx: ServiceContext, id: string): Promise<PersonView> {
  const admin = assertRole(ctx, 'admin')
  const { db } = ctx
  const now = ctx.now.getTime()
  const person = await getPersonOrThrow(ctx, id)
  if (person.disabled_at !== null) throw new AppError('account_changed')
  const mayGo = sql`id = ${id} AND disabled_at IS NULL AND ${anotherAdminRemains}`
  const isGoing = sql`EXISTS (SELECT 1 FROM users WHERE ${mayGo})`
  const outcome = await db.batch([
    recordAudit(ctx, { action: 'user.disabled', subjectKind: 'user', subjectId: id }, isGoing),
    db.run(sql`DELETE FROM sessions WHERE user_id = ${id} AND ${isGoing}`),
    db.run(sql`DELETE FROM invitations WHERE (user_id = ${id} OR invited_by = ${id}) AND ${isGoing}`),
    ...leaveDesk(ctx, id, isGoing),
    leaveCases(ctx, id, isGoing),
    db.run(sql`UPDATE users SET disabled_at = ${now}, updated_at = ${now} WHERE ${mayGo}`),
  ])
  const found = await getPersonOrThrow(ctx, id)
  if (outcome.at(-1)?.rowsAffected === 0)
    throw new AppError(found.disabled_at === null ? 'last_admin' : 'account_changed')
  ctx.stir()
  return presentPerson(found, admin.id)
}
