import { hc } from 'hono/client'
import type { Api } from '../../worker/rpc'
import { refusal, transportError } from './api-error'

const patience = 20_000

/** Every route of the API with its types; answers are taken out by {@link answerOf}. */
export const api = hc<Api>('/api', { fetch: patientFetch })

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
async function patientFetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), patience)
  try {
    return await fetch(input, { ...init, signal: abort.signal, cache: 'no-store' })
  } catch {
    throw transportError(abort.signal.aborted ? 'no_answer' : 'offline')
  } finally {
    clearTimeout(timer)
  }
}
