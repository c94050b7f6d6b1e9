import type { ServiceContext } from '../../context'
import type { ResponseStep, ResponseView } from '../../contract/responses'
import { takeStep } from './take-step'

/** Back to its writer, with the reason; it has to be reviewed anew. */
export function sendBackResponse(ctx: ServiceContext, id: number, step: ResponseStep): Promise<ResponseView> {
  return takeStep(ctx, id, { act: 'send_back', ...step })
}
