import type { Challenge } from 'altcha-lib'
import type { CommentReceipt, NewComment } from '../../worker/contract/comments'
import type { DecisionInput } from '../../worker/contract/moderation/decisions'
import type { Journey } from './journey'
import { newComment } from './make-comment'
import { cookiesOf } from './make-user'
import { payloadFor } from './solve-challenge'

/** Sends a comment to the running product over its API, with its work proven. */
export async function sendComment(
  journey: Journey,
  measure: string,
  change: Partial<NewComment>,
): Promise<CommentReceipt> {
  const { address } = journey.product
  const { challenge }: { challenge: Challenge } = await (await fetch(`${address}/api/challenge`)).json()
  const comment = { ...newComment(change), altcha: await payloadFor(challenge) }
  return post(journey, `/api/measures/${measure}/comments`, comment)
}

/** Signs in over the API; answers a way to decide as that moderator. */
export async function signInDecider(journey: Journey, email = 'moderator@yanlu.test') {
  const password = journey.product.passwords[email]
  const answer = await send(journey, '/api/auth/sign-in/email', { email, password })
  const cookie = cookiesOf(answer)
  return (decision: Omit<DecisionInput, 'revision'> & { revision?: number }) =>
    post(journey, '/api/moderation/decisions', { revision: 1, ...decision }, { cookie })
}

function send(journey: Journey, path: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(`${journey.product.address}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...journey.nextAddress(), ...headers },
  })
}

async function post<Body>(
  journey: Journey,
  path: string,
  body: unknown,
  headers?: Record<string, string>,
): Promise<Body> {
  const answer = await send(journey, path, body, headers)
  if (!answer.ok) throw new Error(`${path} answered ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Body
}
