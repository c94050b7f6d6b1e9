import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { bodyOf } from './answers'
import type { TestApp } from './test-app'

export async function fetchChallenge(app: TestApp): Promise<Challenge> {
  const { challenge } = await bodyOf<{ challenge: Challenge }>(await app.get('/api/challenge'))
  return challenge
}

/** A challenge with its solution, as the widget sends them. */
export async function payloadFor(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey })
  return btoa(JSON.stringify({ challenge, solution }))
}

/** Fetches a challenge and solves it: the `altcha` of one comment. */
export async function solvedProof(app: TestApp): Promise<string> {
  return payloadFor(await fetchChallenge(app))
}
