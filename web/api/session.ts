import type { InvitationView, SessionView, SignInView } from '../../worker/contract/auth'
import { answerOf, api } from './client'

type Session = NonNullable<SessionView>

/** Who is signed in. */
export type Account = Session['user'] & Pick<Session, 'secondFactor'>

export async function getAccount(): Promise<Account | null> {
  const answer = await answerOf(api.auth['get-session'].$get())
  return answer && { ...answer.user, secondFactor: answer.secondFactor }
}

export function signIn(email: string, password: string): Promise<SignInView> {
  return answerOf(api.auth['sign-in'].email.$post({ json: { email, password } }))
}

export function passSecondStep(code: string): Promise<SignInView> {
  return answerOf(api.auth['sign-in']['second-factor'].$post({ json: { code } }))
}

export async function signOut(): Promise<void> {
  await answerOf(api.auth['sign-out'].$post({}, { headers: { 'content-type': 'application/json' } }))
}

export function getInvitation(token: string): Promise<InvitationView> {
  return answerOf(api.auth.invitations['look-up'].$post({ json: { token } }))
}

export function acceptInvitation(token: string, password: string): Promise<SignInView> {
  return answerOf(api.auth.invitations.accept.$post({ json: { token, password } }))
}
