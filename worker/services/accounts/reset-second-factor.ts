import { type SQL, sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { PersonView } from '../../contract/people'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { getPersonOrThrow, presentPerson } from './read-person'

/** Takes the second factor off somebody who has lost it, and ends their sessions: the password alone lets them in. */
export async function resetSecondFactor(ctx: ServiceContext, id: string): Promise<PersonView> {
  const admin = assertRole(ctx, 'admin')
  if (id === admin.id) throw new AppError('own_account')
  await getPersonOrThrow(ctx, id)
  if (!(await removeSecondFactor(ctx, sql`id = ${id}`, id))) throw new AppError('account_changed')
  return presentPerson(await getPersonOrThrow(ctx, id), admin.id)
}
