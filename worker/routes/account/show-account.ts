import type { Context } from 'hono'
import type { HonoEnv } from '../../hono-env'
import { visitOf } from '../../middleware/session'
import { getOwnAccount } from '../../services/accounts/get-own-account'

/** The account of whoever asks, as it is now. */
export async function showAccount(c: Context<HonoEnv>) {
  const { requiresSecondFactor } = c.var.deps.config
  return c.json(await getOwnAccount(c.var.ctx, c.var.session, { ...visitOf(c), requiresSecondFactor }))
}
