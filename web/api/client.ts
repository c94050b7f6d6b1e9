import { hc } from 'hono/client'
import type { Api } from '../../worker/rpc'
import { within } from '../lib/links'
import { refusal, transportError } from './api-error'

const patience = 20_000
/** For what takes the server long, and whose answer is given only once. */
const longPatience = 180_000

/** Every route of the API with its types; answers are taken out by {@link answerOf}. */
export const api = hc<Api>(within('/api/').replace(/\/$/, ''), { fetch: waiting(patience) })
export const slowApi = hc<Api>(within('/api/').replace(/\/$/, ''), { fetch: waiting(longPatience) })

/** A write without a body says all the same that it is JSON. */
export const bodiless = { headers: { 'content-type': 'application/json' } }

interface Answered<Answer> {
  ok: boolean
  status: number
  json: () => Promise<Answer>
}

/** What the server answered, or an ApiError for what it refused. */
export async function answerOf<Answer>(pending: Promise<Answered<Answer>>): Promise<Answer> {
  const response = await pending
  if (!response.ok) throw refusal(response.status, await response.json().catch(() => undefined))
  return response.json().catch(() => {
    throw transportError('no_answer')
  })
}

/** `fetch` that gives up after a while and says which of the two it was: no connection, or no answer. */
function waiting(time: number) {
  return (input: RequestInfo | URL, init?: RequestInit) => patientFetch(input, init, time)
}

async function patientFetch(
  input: RequestInfo | URL,
  init: RequestInit = {},
  time = patience,
): Promise<Response> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), time)
  try {
    return await fetch(input, { ...init, signal: abort.signal, cache: 'no-store' })
  } catch {
    throw transportError(abort.signal.aborted ? 'no_answer' : 'offline')
  } finally {
    clearTimeout(timer)
  }
}
