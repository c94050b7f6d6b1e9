import type { ServiceContext } from '../../context'
import type { ResponseStep, ResponseView } from '../../contract/responses'
import { takeStep } from './take-step'

/** A colleague has read the draft and found it right. */
export function reviewResponse(ctx: ServiceContext, id: number, step: ResponseStep): Promise<ResponseView> {
  return takeStep(ctx, id, { act: 'review', ...step })
}
