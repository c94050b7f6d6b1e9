import { type Challenge, type Solution, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { ServiceContext } from '../../context'
import { AppError } from '../../errors'
import { checkAnswer } from './question'
import { proofLifetimeMs } from './rules'

/** What a sender offers to show that it is not a flood: a solved challenge, or (forms without scripts) a sum. */
export type Proof = { altcha: string } | { questionToken: string; answer: string } | null

/** A proof that held; it is stored with the comment so that it cannot be used again. Null where none is needed. */
export interface SpentProof {
  signature: string
  expiresAt: Date
}

/** Checks a proof without the database; throws `proof_required`, `proof_invalid` or `proof_wrong`. */
export async function checkProof(ctx: ServiceContext, proof: Proof): Promise<SpentProof | null> {
  if (ctx.isLoadTest || ctx.actor.kind === 'system') return null
  if (!proof) throw new AppError('proof_required')
  return 'altcha' in proof ? checkChallenge(ctx, proof.altcha) : checkAnswer(ctx, proof)
}

async function checkChallenge(ctx: ServiceContext, altcha: string): Promise<SpentProof> {
  const payload = parsePayload(altcha)
  const expiresAt = payload?.challenge.parameters.expiresAt
  if (!payload || !expiresAt || expiresAt * 1000 < ctx.now.getTime()) throw new AppError('proof_invalid')
  const { verified } = await verifySolution({
    ...payload,
    deriveKey,
    hmacSignatureSecret: ctx.keyFor('challenge'),
  }).catch(() => ({ verified: false }))
  if (!verified || !payload.challenge.signature) throw new AppError('proof_invalid')
  return {
    signature: payload.challenge.signature,
    expiresAt: new Date(expiresAt * 1000 + proofLifetimeMs),
  }
}

function parsePayload(altcha: string): { challenge: Challenge; solution: Solution } | null {
  try {
    const bytes = Uint8Array.from(atob(altcha), (character) => character.charCodeAt(0))
    const { challenge, solution } = JSON.parse(new TextDecoder().decode(bytes))
    return typeof challenge?.parameters?.expiresAt === 'number' && typeof solution?.counter === 'number'
      ? { challenge, solution }
      : null
  } catch {
    return null
  }
}
