import { type Challenge, createChallenge as create } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { ServiceContext } from '../../context'
import { challengeCost, proofLifetimeMs } from './rules'

/** A signed ALTCHA proof-of-work challenge (PBKDF2/SHA-256), valid for an hour and for one comment. */
export async function createChallenge(ctx: ServiceContext): Promise<{ challenge: Challenge }> {
  const [high = 0, low = 0] = ctx.random(2)
  return {
    challenge: await create({
      algorithm: 'PBKDF2/SHA-256',
      cost: challengeCost.cost,
      counter: ((high << 8) | low) % challengeCost.maxCounter,
      expiresAt: new Date(ctx.now.getTime() + proofLifetimeMs),
      deriveKey,
      hmacSignatureSecret: ctx.keyFor('challenge'),
    }),
  }
}
