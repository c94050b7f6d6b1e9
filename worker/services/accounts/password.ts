import type { ServiceContext } from '../../context'
import { codeAlphabet } from '../../contract/codes'

/** Twenty characters in four groups (100 bits), easy to read out. */
export function newPassword(ctx: ServiceContext): string {
  const characters = [...ctx.random(20)].map((byte) => codeAlphabet.charAt(byte % 32).toLowerCase()).join('')
  return characters.replace(/.{5}(?=.)/g, '$&-')
}
