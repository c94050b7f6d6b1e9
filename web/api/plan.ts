import type { PlanView } from '../../worker/contract/plan'
import { answerOf, api } from './client'

export function getPlan(): Promise<PlanView> {
  return answerOf(api.plan.$get())
}
