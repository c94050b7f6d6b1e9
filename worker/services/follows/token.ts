import type { ServiceContext } from '../../context'
import { sign } from '../proofs/sign'

const handleLength = 32

/** What opens a follow: its handle and a keyed hash of that, so that nobody makes one from the tables alone. */
export async function tokenOf(ctx: ServiceContext, handle: string): Promise<string> {
  return handle + (await sign(ctx.keyFor('follow'), handle))
}

/** The handle of a token that this site made; null of any other. */
export async function handleOf(ctx: ServiceContext, token: string): Promise<string | null> {
  const handle = token.slice(0, handleLength)
  return token === (await tokenOf(ctx, handle)) ? handle : null
}
