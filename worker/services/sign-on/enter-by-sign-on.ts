import { sql } from 'drizzle-orm'
import { newId, type ServiceContext, type UserActor } from '../../context'
import { isUniqueViolation } from '../../db/client'
import { AppError } from '../../errors'
import { noteSignIn } from '../accounts/sign-in'
import { recordAudit } from '../audit/record'
import { placeholderAddress } from '../participants/address'
import type { SignOnIdentity } from './finish-sign-on'
import { proveEnterprise } from './prove-enterprise'

interface KnownUser {
  id: string
  name: string
  disabled_at: number | null
  failed_sign_ins: number
}

/**
 * The account of somebody who came by the sign-on: the one that it belongs to; the one that they asked to link it with while
 * signed in there; else a new one. Never one that merely has the same address, or a session. Their organisation is proven with it.
 */
export async function enterBySignOn(
  ctx: ServiceContext,
  identity: SignOnIdentity,
  linkTo: string | null,
): Promise<UserActor> {
  const { actor: asker } = ctx
  if (linkTo !== null && (asker.kind !== 'user' || asker.role !== 'participant' || asker.id !== linkTo))
    throw new AppError('sign_on_failed')
  const known = await findUser(ctx, identity.key)
  const user = known ?? (linkTo === null ? await make(ctx, identity) : await link(ctx, identity.key, linkTo))
  if (user.disabled_at !== null) throw new AppError('account_disabled')
  const actor: UserActor = { kind: 'user', id: user.id, name: user.name, role: 'participant' }
  await noteSignIn(
    ctx,
    { id: user.id, name: user.name, role: 'participant', failedSignIns: user.failed_sign_ins },
    'sign_on',
  )
  if (identity.organisation) await proveEnterprise({ ...ctx, actor }, actor.id, identity.organisation)
  return actor
}

async function findUser({ db }: ServiceContext, key: string): Promise<KnownUser | null> {
  const [row] = await db.all<KnownUser>(sql`
    SELECT u.id, u.name, u.disabled_at, u.failed_sign_ins FROM credentials c JOIN users u ON u.id = c.user_id
    WHERE c.provider_id = 'sign_on' AND c.account_id = ${key} AND u.role = 'participant'`)
  return row ?? null
}

async function link(ctx: ServiceContext, key: string, userId: string): Promise<KnownUser> {
  await ctx.db.batch([
    addCredential(ctx, key, userId),
    recordAudit(ctx, { action: 'participant.sign_on_linked', subjectKind: 'user', subjectId: userId }),
  ])
  const linked = await findUser(ctx, key)
  if (!linked) throw new Error('the account was not linked')
  return linked
}

async function make(ctx: ServiceContext, identity: SignOnIdentity): Promise<KnownUser> {
  const { key, email, isEmailConfirmed } = identity
  const id = newId(ctx)
  const name =
    identity.name ?? identity.organisation?.name?.slice(0, 20) ?? key.split('#').at(-1)?.slice(0, 20) ?? ''
  const now = ctx.now.getTime()
  const asOwner: ServiceContext = { ...ctx, actor: { kind: 'user', id, name, role: 'participant' } }
  const insert = (address: string, isConfirmed: boolean) =>
    ctx.db.batch([
      ctx.db.run(sql`
        INSERT INTO users (id, name, email, email_verified, role, created_at, updated_at)
        VALUES (${id}, ${name}, ${address}, ${isConfirmed ? 1 : 0}, 'participant', ${now}, ${now})`),
      addCredential(ctx, key, id),
      recordAudit(asOwner, {
        action: 'participant.signed_up',
        subjectKind: 'user',
        subjectId: id,
        data: { by: 'sign_on' },
      }),
    ])
  try {
    await insert(email ?? placeholderAddress(id), email !== null && isEmailConfirmed).catch(
      (error: unknown) => {
        if (!isUniqueViolation(error, 'users.email')) throw error
        return insert(placeholderAddress(id), false)
      },
    )
  } catch (error) {
    if (!isUniqueViolation(error, 'credentials.provider_id')) throw error
  }
  const made = await findUser(ctx, key)
  if (!made) throw new Error('the account was not made')
  return made
}

function addCredential({ db, now, random }: ServiceContext, key: string, userId: string) {
  const id = newId({ random } as ServiceContext)
  const moment = now.getTime()
  return db.run(sql`
    INSERT INTO credentials (id, user_id, account_id, provider_id, created_at, updated_at)
    VALUES (${id}, ${userId}, ${key}, 'sign_on', ${moment}, ${moment})`)
}
