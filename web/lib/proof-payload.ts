import type { Challenge, Solution } from 'altcha-lib/types'

export type ProofRequest = Challenge
export type ProofReply = { solution: Solution } | { failed: true }

/** What the server verifies: base64 of both, as the reference widget sends it. */
export function encodeProof(challenge: Challenge, solution: Solution): string {
  return btoa(JSON.stringify({ challenge, solution }))
}
