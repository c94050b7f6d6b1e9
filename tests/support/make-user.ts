import { eq } from 'drizzle-orm'
import type { UserActor } from '../../worker/context'
import type { Role } from '../../worker/contract/words'
import { users } from '../../worker/db/schema'
import { createAccount } from '../../worker/services/accounts/create-account'
import { testPassword } from './known-keys'
import type { TestApp } from './test-app'

export interface TestUser {
  email: string
  password: string
  actor: UserActor
}

const names: Record<Role, string> = {
  moderator: '王敏',
  senior_moderator: '陈静',
  staff: '李工',
  admin: '周宁',
  participant: '赵敏',
}
let made = 0

export async function makeUser(app: TestApp, role: Role, name = names[role]): Promise<TestUser> {
  made += 1
  const email = `${role}-${made}@example.test`
  await createAccount(app.context(), { email, name, role }, testPassword)
  const [user] = await app.db.select().from(users).where(eq(users.email, email))
  if (!user) throw new Error('the account was not made')
  return { email, password: testPassword, actor: { kind: 'user', id: user.id, name, role } }
}

/** Signs in over HTTP, each at their own door; answers the `cookie` header that the browser would then send. */
export async function signIn(app: TestApp, { email, password, actor }: TestUser): Promise<string> {
  return actor.role === 'participant'
    ? cookiesOf(await app.submit('/account/sign-in', { email, password }))
    : cookiesOf(await app.post('/api/auth/sign-in/email', { email, password }))
}

/** An account of the role, signed in. */
export async function signInAs(app: TestApp, role: Role, name?: string): Promise<string> {
  return signIn(app, await makeUser(app, role, name))
}

/** What an answer has the browser keep, as the header of its next request. */
export function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
