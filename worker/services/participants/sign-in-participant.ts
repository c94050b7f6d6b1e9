import type { ServiceContext } from '../../context'
import type { SignIn } from '../../contract/auth'
import { AppError } from '../../errors'
import type { Visit } from '../accounts/ask-auth'
import { noteSignIn, tryPassword } from '../accounts/sign-in'
import { askConfirmationLink } from './ask-password-link'

/**
 * Opens a session for a participant; answers the cookies. Where links can be mailed the address has to be confirmed first: a right
 * password then has the link mailed anew.
 */
export async function signInParticipant(
  ctx: ServiceContext,
  visit: Visit,
  input: SignIn,
  { asksConfirmation }: { asksConfirmation: boolean },
): Promise<string[]> {
  try {
    const { user, cookies } = await tryPassword(ctx, visit, input, { leadsTo: 'public', asksConfirmation })
    if (!user) throw new AppError('desk_account')
    await noteSignIn(ctx, user, 'password')
    return cookies
  } catch (error) {
    if (error instanceof AppError && error.code === 'email_unconfirmed')
      await askConfirmationLink(ctx, input.email)
    throw error
  }
}
