import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { PersonView } from '../../contract/people'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { anotherAdminRemains } from './keep-an-admin'
import { leaveDesk } from './leave-desk'
import { getPersonOrThrow, presentPerson } from './read-person'

/** Shuts somebody out: sessions end, links that they or others opened for them too, and what they had in hand is free. */
export async function disableUser(ctx: ServiceContext, id: string): Promise<PersonView> {
  const admin = assertRole(ctx, 'admin')
  const { db } = ctx
  const now = ctx.now.getTime()
  const person = await getPersonOrThrow(ctx, id)
  if (person.disabled_at !== null) throw new AppError('account_changed')
  const isDone = sql`EXISTS (SELECT 1 FROM users WHERE id = ${id} AND disabled_at = ${now})`
  const [disabled] = await db.batch([
    db.run(sql`
      UPDATE users SET disabled_at = ${now}, updated_at = ${now}
      WHERE id = ${id} AND disabled_at IS NULL AND ${anotherAdminRemains}`),
    db.run(sql`DELETE FROM sessions WHERE user_id = ${id} AND ${isDone}`),
    db.run(sql`DELETE FROM invitations WHERE (user_id = ${id} OR invited_by = ${id}) AND ${isDone}`),
    ...leaveDesk(ctx, id, isDone),
    recordAudit(ctx, { action: 'user.disabled', subjectKind: 'user', subjectId: id }, isDone),
  ])
  if (disabled.rowsAffected === 0) throw new AppError('last_admin')
  ctx.stir()
  return presentPerson(await getPersonOrThrow(ctx, id), admin.id)
}
