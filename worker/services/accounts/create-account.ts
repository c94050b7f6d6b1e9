import { newId, type ServiceContext } from '../../context'
import type { Role } from '../../contract/words'
import { credentials, users } from '../../db/schema'
import { recordAudit } from '../audit/record'
import { newPassword } from './password'

/** Makes an account with a password, the given one or a random one; answers it, for it is stored only as a hash. */
export async function createAccount(
  ctx: ServiceContext,
  account: { email: string; name: string; role: Role },
  password = newPassword(ctx),
): Promise<string> {
  const { hashPassword } = await import('better-auth/crypto')
  const hash = await hashPassword(password)
  const { db, now } = ctx
  const id = newId(ctx)
  const times = { createdAt: now, updatedAt: now }
  await db.batch([
    db.insert(users).values({ id, ...account, emailVerified: true, ...times }),
    db.insert(credentials).values({
      id: newId(ctx),
      userId: id,
      accountId: id,
      providerId: 'credential',
      password: hash,
      ...times,
    }),
    recordAudit(ctx, {
      action: 'user.created',
      subjectKind: 'user',
      subjectId: id,
      data: { role: account.role },
    }),
  ])
  return password
}
