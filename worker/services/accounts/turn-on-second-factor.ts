import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { SecondFactorOffer } from '../../contract/people'
import { roles } from '../../contract/words'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { askAuth, assertAgreed, type Visit } from './ask-auth'
import type { OpenSession } from './find-session'

/** Offers a secret for the authenticator, with the backup codes; both are told this once, and nothing is on yet. */
export async function offerSecondFactor(
  ctx: ServiceContext,
  visit: Visit,
  password: string,
): Promise<SecondFactorOffer> {
  assertRole(ctx, ...roles)
  const answer = await askAuth<{ totpURI: string; backupCodes: string[] }>(ctx, visit, 'two-factor/enable', {
    password,
  })
  const { totpURI, backupCodes } = assertAgreed(answer).body
  return { uri: totpURI, backupCodes }
}

/** The first code of the authenticator turns it on; sessions that were opened without it end. Answers the cookies of the new session. */
export async function confirmSecondFactor(
  ctx: ServiceContext,
  visit: Visit,
  session: OpenSession,
  code: string,
): Promise<string[]> {
  const actor = assertRole(ctx, ...roles)
  if (session.hasSecondFactor) throw new AppError('account_changed')
  const answer = await askAuth(ctx, visit, 'two-factor/verify-totp', { code })
  if (answer.body.code === 'INVALID_CODE') throw invalidField('code', 'code_wrong')
  const { cookies } = assertAgreed(answer)
  const { db } = ctx
  await db.batch([
    db.run(sql`
      DELETE FROM sessions WHERE user_id = ${actor.id}
        AND created_at < (SELECT max(created_at) FROM sessions WHERE user_id = ${actor.id})`),
    recordAudit(ctx, { action: 'user.second_factor_on', subjectKind: 'user', subjectId: actor.id }),
  ])
  return cookies
}
