import { eq, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Account, SignIn, SignInView } from '../../contract/auth'
import type { Role } from '../../contract/words'
import { users } from '../../db/schema'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { askAuth, assertAgreed, type Visit } from './ask-auth'
import type { Door } from './auth'

export interface SignedIn {
  view: SignInView
  cookies: string[]
}

interface KnownUser<Of extends Role = Role> {
  id: string
  name: string
  email: string
  role: Of
  failedSignIns: number
}

/** The first step: a right password opens a session, or asks for the second factor of whoever has one. */
export async function signIn(ctx: ServiceContext, visit: Visit, input: SignIn): Promise<SignedIn> {
  const { user, cookies } = await tryPassword(ctx, visit, input, { leadsTo: 'desk' })
  if (!user) return { view: { step: 'second_factor' }, cookies }
  return welcome(ctx, user as KnownUser<Account['role']>, 'password', cookies)
}

/** Whoever the address and the password belong to, if this door is theirs; nobody where a second factor is asked. */
export async function tryPassword(
  ctx: ServiceContext,
  visit: Visit,
  input: SignIn,
  door: Door,
): Promise<{ user: KnownUser | null; cookies: string[] }> {
  const answer = await askAuth<{ user?: KnownUser }>(ctx, { ...visit, door }, 'sign-in/email', input)
  if (answer.status === 400 || answer.status === 401) {
    await ctx.db
      .update(users)
      .set({ failedSignIns: sql`${users.failedSignIns} + 1` })
      .where(eq(users.email, input.email))
    throw new AppError('sign_in_failed')
  }
  const { body, cookies } = assertAgreed(answer)
  return { user: body.user ?? null, cookies }
}

/** Records that somebody is in, and how often a wrong password was tried on the account before. */
export async function noteSignIn(
  ctx: ServiceContext,
  { id, name, role, failedSignIns }: Omit<KnownUser, 'email'>,
  by: 'password' | 'authenticator' | 'backup_code' | 'sign_on',
): Promise<void> {
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
}

export async function welcome(
  ctx: ServiceContext,
  user: KnownUser<Account['role']>,
  by: 'password' | 'authenticator' | 'backup_code',
  cookies: string[],
): Promise<SignedIn> {
  await noteSignIn(ctx, user, by)
  const { id, name, email, role } = user
  return { view: { step: 'signed_in', user: { id, name, email, role } }, cookies }
}
