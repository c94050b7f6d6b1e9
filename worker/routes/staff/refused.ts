import type { Context } from 'hono'
import type { AppError } from '../../errors'
import type { HonoEnv } from '../../hono-env'
import { errorBody } from '../../middleware/on-error'

/** What of many did not apply, each as it would have been refused alone. */
export function presentRefused(
  c: Context<HonoEnv>,
  refused: readonly { publicId: string; error: AppError }[],
) {
  return refused.map(({ publicId, error }) => {
    const { code, message } = errorBody(error, c.var.language, c.var.ctx.requestId).error
    return { publicId, code, message }
  })
}
