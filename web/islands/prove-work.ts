import { getChallenge } from '../api/challenge'
import { encodeProof, type ProofReply, type ProofRequest } from '../lib/proof-payload'

const patience = 60_000

function solveApart(challenge: ProofRequest): Promise<ProofReply> {
  const solver = new Worker(new URL('./proof-worker.ts', import.meta.url))
  return new Promise<ProofReply>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the proof took too long')), patience)
    solver.onmessage = (event: MessageEvent<ProofReply>) => {
      clearTimeout(late)
      resolve(event.data)
    }
    solver.onerror = () => {
      clearTimeout(late)
      reject(new Error('the solver did not start'))
    }
    solver.postMessage(challenge)
  }).finally(() => solver.terminate())
}

/** Fetches a challenge, solves it off the main thread and gives what the form sends as `altcha`. */
export async function proveWork(): Promise<string> {
  const challenge = await getChallenge()
  const reply = await solveApart(challenge)
  if ('failed' in reply) throw new Error('the proof failed')
  return encodeProof(challenge, reply.solution)
}
