import type {
  BackupCodesView,
  OwnAccountView,
  PasswordChange,
  SecondFactorOffer,
} from '../../worker/contract/people'
import { answerOf, api } from './client'

const { account } = api

export function getOwnAccount(): Promise<OwnAccountView> {
  return answerOf(account.$get())
}

export function changePassword(json: PasswordChange): Promise<OwnAccountView> {
  return answerOf(account.password.$post({ json }))
}

/** One of one's own sessions by its id, or `others`. */
export function revokeSession(session: string): Promise<OwnAccountView> {
  return answerOf(account.sessions.revoke.$post({ json: { session } }))
}

export function offerSecondFactor(password: string): Promise<SecondFactorOffer> {
  return answerOf(account['second-factor'].$post({ json: { password } }))
}

export async function confirmSecondFactor(code: string): Promise<void> {
  await answerOf(account['second-factor'].confirm.$post({ json: { code } }))
}

export async function turnOffSecondFactor(password: string): Promise<void> {
  await answerOf(account['second-factor'].off.$post({ json: { password } }))
}

export function renewBackupCodes(password: string): Promise<BackupCodesView> {
  return answerOf(account['backup-codes'].$post({ json: { password } }))
}
