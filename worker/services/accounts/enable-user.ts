import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { PersonView } from '../../contract/people'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { getPersonOrThrow, presentPerson } from './read-person'

/** Lets somebody in again who was shut out, with the password that they had. */
export async function enableUser(ctx: ServiceContext, id: string): Promise<PersonView> {
  const admin = assertRole(ctx, 'admin')
  const { db } = ctx
  const isDisabled = sql`id = ${id} AND disabled_at IS NOT NULL`
  const [, enabled] = await db.batch([
    recordAudit(
      ctx,
      { action: 'user.enabled', subjectKind: 'user', subjectId: id },
      sql`EXISTS (SELECT 1 FROM users WHERE ${isDisabled})`,
    ),
    db.run(sql`UPDATE users SET disabled_at = NULL, updated_at = ${ctx.now.getTime()} WHERE ${isDisabled}`),
  ])
  const person = await getPersonOrThrow(ctx, id)
  if (enabled.rowsAffected === 0) throw new AppError('account_changed')
  return presentPerson(person, admin.id)
}
