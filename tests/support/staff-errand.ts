import type { DecisionInput } from '../../worker/contract/moderation/decisions'
import type { QueueView } from '../../worker/contract/moderation/queue'
import type { ReviewKind } from '../../worker/contract/words'
import type { Journey } from './journey'
import { cookiesOf } from './make-user'

/** Somebody of the office at the running product’s API. */
export interface Clerk {
  get<Answer>(path: string): Promise<Answer>
  post<Answer>(path: string, body?: unknown): Promise<Answer>
  /** The status, where a refusal is what one wants. */
  try(path: string, body: unknown): Promise<number>
  file(path: string): Promise<Uint8Array>
}

/** Signs in over the API. */
export async function signInClerk(journey: Journey, email: string): Promise<Clerk> {
  const { address, passwords } = journey.product
  const json = { 'content-type': 'application/json', ...journey.nextAddress() }
  const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(address + path, { method: 'POST', body: JSON.stringify(body), headers: { ...json, ...headers } })
  const cookie = cookiesOf(await send('/api/auth/sign-in/email', { email, password: passwords[email] }))
  const well = async (answer: Response) => {
    if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status} ${await answer.text()}`)
    return answer
  }
  return {
    get: async (path) => (await well(await fetch(address + path, { headers: { cookie } }))).json(),
    post: async (path, body = {}) => (await well(await send(path, body, { cookie }))).json(),
    try: async (path, body) => (await send(path, body, { cookie })).status,
    file: async (path) =>
      new Uint8Array(await (await well(await fetch(address + path, { headers: { cookie } }))).arrayBuffer()),
  }
}

type Wanted = Pick<DecisionInput, 'decision' | 'reason' | 'note' | 'isFinal'>

/** What a text that waits gets; what somebody decided before is confirmed or restored. */
export type Verdict = (publicId: string) => Wanted

const verdictOn: Partial<Record<ReviewKind, Wanted>> = {
  second: { decision: 'publish', isFinal: true },
  appeal: { decision: 'restore', reason: 'restored_on_review', note: '经复核，恢复发布。' },
}

/** Decides all that waits, by whoever of these may; answers how many decisions were made. */
export async function clearQueue(deciders: readonly Clerk[], verdict: Verdict): Promise<number> {
  const [first] = deciders
  let made = 0
  for (const view of ['age', 'second', 'appeals', 'recheck']) {
    for (let after = ''; ; ) {
      const page = await first?.get<QueueView>(`/api/moderation/queue?view=${view}&limit=20${after}`)
      for (const { publicId, revision, reviewId, reviewKind } of page?.items ?? []) {
        const input = { publicId, revision, reviewId, ...(verdictOn[reviewKind] ?? verdict(publicId)) }
        for (const decider of deciders) {
          if ((await decider.try('/api/moderation/decisions', input)) >= 400) continue
          made += 1
          break
        }
      }
      if (!page?.next) break
      after = `&after=${page.next}`
    }
  }
  return made
}
