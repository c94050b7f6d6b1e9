import type {
  DecisionInput,
  DecisionView,
  QueueQuery,
  QueueView,
  ReasonChoice,
} from '../../worker/contract/moderation'
import { answerOf, api } from './client'

export function getQueue({ limit, ...query }: QueueQuery): Promise<QueueView> {
  return answerOf(
    api.moderation.queue.$get({
      query: { ...query, limit: limit === undefined ? undefined : String(limit) },
    }),
  )
}

export async function getReasons(): Promise<ReasonChoice[]> {
  return (await answerOf(api.moderation.reasons.$get())).items
}

/** Sent even if the tab closes meanwhile. */
export function sendDecision(json: DecisionInput): Promise<DecisionView> {
  return answerOf(api.moderation.decisions.$post({ json }, { init: { keepalive: true } }))
}
