import type { SessionView } from '../../worker/contract/auth'
import { answerOf, api } from './client'

export type Account = Pick<NonNullable<SessionView>['user'], 'id' | 'name' | 'email' | 'role'>

export async function getAccount(): Promise<Account | null> {
  const answer = (await answerOf(api.auth['get-session'].$get())) as SessionView
  return answer?.user ?? null
}

export async function signIn(email: string, password: string): Promise<void> {
  await answerOf(api.auth['sign-in'].email.$post({ json: { email, password } }))
}

export async function signOut(): Promise<void> {
  await answerOf(api.auth['sign-out'].$post({}, { headers: { 'content-type': 'application/json' } }))
}
