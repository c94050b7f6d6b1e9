import type { GateView, PublishResult } from '../../worker/contract/results'
import { answerOf, api } from './client'

export function getGate(): Promise<GateView> {
  return answerOf(api.staff.gate.$get())
}

export function publishResult(json: PublishResult): Promise<GateView> {
  return answerOf(api.staff.results.$post({ json }))
}
