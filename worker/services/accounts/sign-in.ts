import { eq, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Account, SignIn, SignInView } from '../../contract/auth'
import { users } from '../../db/schema'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { askAuth, assertAgreed, type Visit } from './ask-auth'

export interface SignedIn {
  view: SignInView
  cookies: string[]
}

type KnownUser = Account & { failedSignIns: number }
type FirstAnswer = { user?: KnownUser; twoFactorRedirect?: boolean }

/** The first step: a right password opens a session, or asks for the second factor of whoever has one. */
export async function signIn(ctx: ServiceContext, visit: Visit, input: SignIn): Promise<SignedIn> {
  const answer = await askAuth<FirstAnswer>(ctx, visit, 'sign-in/email', input)
  if (answer.status === 400 || answer.status === 401) {
    await ctx.db
      .update(users)
      .set({ failedSignIns: sql`${users.failedSignIns} + 1` })
      .where(eq(users.email, input.email))
    throw new AppError('sign_in_failed')
  }
  const { body, cookies } = assertAgreed(answer)
  if (!body.user) return { view: { step: 'second_factor' }, cookies }
  return welcome(ctx, body.user, 'password', cookies)
}

/** Records that somebody is in, and how often a wrong password was tried on the account before. */
export async function welcome(
  ctx: ServiceContext,
  { id, name, email, role, failedSignIns }: KnownUser,
  by: 'password' | 'authenticator' | 'backup_code',
  cookies: string[],
): Promise<SignedIn> {
  const { db, now } = ctx
  await db.batch([
    db.update(users).set({ signedInAt: now, failedSignIns: 0 }).where(eq(users.id, id)),
    recordAudit(
      { ...ctx, actor: { kind: 'user', id, name, role } },
      {
        action: 'user.signed_in',
        subjectKind: 'user',
        subjectId: id,
        data: { by, failedBefore: failedSignIns },
      },
    ),
  ])
  return { view: { step: 'signed_in', user: { id, name, email, role } }, cookies }
}
