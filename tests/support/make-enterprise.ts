import { sql } from 'drizzle-orm'
import type { EnterpriseView, Registration } from '../../worker/contract/enterprises'
import type { EnterprisePart, EnterpriseState } from '../../worker/contract/words'
import { registerEnterprise } from '../../worker/services/enterprises/register-enterprise'
import { usccOf } from './make-comment'
import { makeUser, signIn, type TestUser } from './make-user'
import type { TestApp } from './test-app'

let made = 7000

type EnterpriseRegistration = Extract<Registration, { kind: 'enterprise' }>

/** What an owner types; each time another firm. */
export function newRegistration(changed: Partial<EnterpriseRegistration> = {}): EnterpriseRegistration {
  made += 1
  return {
    uscc: usccOf(made),
    name: `第${made}精密制造有限公司`,
    kind: 'enterprise',
    size: 'medium',
    ownership: 'private',
    industry: 'C',
    city: '4401',
    contactName: '钱经理',
    contact: '020-81234567',
    ...changed,
  }
}

export interface TestMember extends TestUser {
  /** The `cookie` header of their session. */
  cookie: string
}

export async function makeParticipant(app: TestApp, name?: string): Promise<TestMember> {
  const user = await makeUser(app, 'participant', name)
  return { ...user, cookie: await signIn(app, user) }
}

/** An enterprise with an owner who is signed in. */
export async function makeEnterprise(
  app: TestApp,
  { state = 'unverified', ...changed }: Partial<EnterpriseRegistration> & { state?: EnterpriseState } = {},
): Promise<{ owner: TestMember; enterprise: EnterpriseView }> {
  const owner = await makeParticipant(app, '孙总')
  const answer = await registerEnterprise(app.context(owner.actor), newRegistration(changed))
  if (answer.outcome !== 'registered') throw new Error('the code was taken')
  const { enterprise } = answer
  await app.db.run(sql`UPDATE enterprises SET state = ${state} WHERE id = ${enterprise.id}`)
  return { owner, enterprise: { ...enterprise, state } }
}

export async function makeColleague(
  app: TestApp,
  enterpriseId: string,
  part: EnterprisePart,
  name?: string,
): Promise<TestMember> {
  const member = await makeParticipant(app, name)
  await app.db.run(sql`
    INSERT INTO enterprise_members (user_id, enterprise_id, part, joined_at)
    VALUES (${member.actor.id}, ${enterpriseId}, ${part}, ${app.clock.now().getTime()})`)
  return member
}
