import { assertRole, type ServiceContext } from '../../context'
import { roles } from '../../contract/words'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { askAuth, assertAgreed, type Visit } from './ask-auth'
import type { OpenSession } from './find-session'

/** Turns one's own second factor off, by the password. Answers the cookies of the new session. */
export async function turnOffSecondFactor(
  ctx: ServiceContext,
  visit: Visit,
  session: OpenSession,
  password: string,
): Promise<string[]> {
  const actor = assertRole(ctx, ...roles)
  if (!session.hasSecondFactor) throw new AppError('account_changed')
  const { cookies } = assertAgreed(await askAuth(ctx, visit, 'two-factor/disable', { password }))
  await recordAudit(ctx, { action: 'user.second_factor_off', subjectKind: 'user', subjectId: actor.id })
  return cookies
}
