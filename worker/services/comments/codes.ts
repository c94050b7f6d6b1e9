import type { ServiceContext } from '../../context'
import { codeAlphabet } from '../../contract/codes'
import { hmac, sign } from '../proofs/sign'

/** A random public id under the consultation's code: GX21-7F3K-92QX (40 bits). */
export function newPublicId(ctx: ServiceContext, consultationCode: string): string {
  return `${consultationCode}-${quads(ctx.random(8))}`
}

/**
 * The author's own code: 7F3K-92QX-M4TB (60 bits). It follows from what only this comment was sent with, a proof of work or
 * the key of an entry, so that whoever lost the answer on the way can be given the same receipt again; without it is random.
 */
export async function newQueryCode(ctx: ServiceContext, from: string | null): Promise<string> {
  return quads(from === null ? ctx.random(12) : (await hmac(ctx.keyFor('receipt'), from)).slice(0, 12))
}

/** What is stored of a query code: a keyed hash, bound to its comment. */
export function hashQueryCode(ctx: ServiceContext, publicId: string, queryCode: string): Promise<string> {
  return sign(ctx.keyFor('query-code'), `${publicId} ${queryCode}`)
}

function quads(random: Uint8Array): string {
  const characters = [...random].map((byte) => codeAlphabet.charAt(byte % 32)).join('')
  return characters.replace(/.{4}(?=.)/g, '$&-')
}
