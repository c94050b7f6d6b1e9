import type { Challenge } from 'altcha-lib/types'
import { within } from '../lib/links'

/** A proof-of-work challenge for one comment; throws where none can be had. */
export async function getChallenge(): Promise<Challenge> {
  const response = await fetch(within('/api/challenge'), { headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`no challenge: ${response.status}`)
  const { challenge }: { challenge: Challenge } = await response.json()
  return challenge
}
