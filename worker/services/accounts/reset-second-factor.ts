import { assertRole, type ServiceContext } from '../../context'
import type { PersonView } from '../../contract/people'
import { AppError } from '../../errors'
import { getPersonOrThrow, presentPerson } from './read-person'
import { removeSecondFactor } from './remove-second-factor'

/** Lets somebody in by the password alone who has lost their second factor; their sessions end. */
export async function resetSecondFactor(ctx: ServiceContext, id: string): Promise<PersonView> {
  const admin = assertRole(ctx, 'admin')
  if (id === admin.id) throw new AppError('own_account')
  await getPersonOrThrow(ctx, id)
  await removeSecondFactor(ctx, id)
  return presentPerson(await getPersonOrThrow(ctx, id), admin.id)
}
