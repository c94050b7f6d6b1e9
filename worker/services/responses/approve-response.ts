import type { ServiceContext } from '../../context'
import type { ResponseStep, ResponseView } from '../../contract/responses'
import { takeStep } from './take-step'

/** The head of the unit lets it be made public with the next release. */
export function approveResponse(ctx: ServiceContext, id: number, step: ResponseStep): Promise<ResponseView> {
  return takeStep(ctx, id, { act: 'approve', ...step })
}
