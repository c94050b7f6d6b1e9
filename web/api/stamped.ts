import type { StampDecision, StampedList, StampedQuery } from '../../worker/contract/stamped-scans'
import { answerOf, api } from './client'

const { stamped } = api.staff

export function getStamped(query: StampedQuery): Promise<StampedList> {
  return answerOf(stamped.$get({ query }))
}

export function decideStamped(id: number, json: StampDecision): Promise<StampedList> {
  return answerOf(stamped[':id'].decision.$post({ param: { id: String(id) } as never, json }))
}
