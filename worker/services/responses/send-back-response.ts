import type { ServiceContext } from '../../context'
import type { ResponseView, SendBack } from '../../contract/responses'
import { takeStep } from './take-step'

/** Back to its writer, with the reason; it has to be reviewed anew. */
export function sendBackResponse(ctx: ServiceContext, id: number, step: SendBack): Promise<ResponseView> {
  return takeStep(ctx, id, { act: 'send_back', ...step })
}
