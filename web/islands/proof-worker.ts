import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { ProofReply, ProofRequest } from '../lib/proof-payload'

self.onmessage = async (event: MessageEvent<ProofRequest>) => {
  let reply: ProofReply = { failed: true }
  try {
    const solution = await solveChallenge({ challenge: event.data, deriveKey, timeout: 55_000 })
    if (solution) reply = { solution }
  } catch {
    // The page then asks its question.
  }
  self.postMessage(reply)
}
