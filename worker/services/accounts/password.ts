import type { ServiceContext } from '../../context'
import { codeAlphabet } from '../../contract/codes'

type Random = ServiceContext['random']

/** Twenty characters in four groups (100 bits), easy to read out. */
export function newPassword(ctx: ServiceContext): string {
  return inGroups(ctx.random, 20)
}

/** Ten codes of two groups (50 bits), each good for one sign-in without the authenticator. */
export function newBackupCodes(random: Random): string[] {
  return Array.from({ length: 10 }, () => inGroups(random, 10))
}

function inGroups(random: Random, length: number): string {
  const characters = [...random(length)].map((byte) => codeAlphabet.charAt(byte % 32).toLowerCase()).join('')
  return characters.replace(/.{5}(?=.)/g, '$&-')
}
