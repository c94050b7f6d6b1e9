import { Hono } from 'hono'
import { challengeViewSchema } from '../../contract/health'
import type { HonoEnv } from '../../hono-env'
import { sourceOf } from '../../middleware/rate-limit'
import { createChallenge } from '../../services/proofs/create-challenge'
import { describe } from '../describe'

export const challengeRoutes = new Hono<HonoEnv>().get(
  '/challenge',
  describe({
    summary: 'An ALTCHA proof-of-work challenge, good for one comment within the hour',
    ok: { schema: challengeViewSchema },
  }),
  async (c) => {
    c.header('cache-control', 'no-store')
    return c.json(await createChallenge(c.var.ctx, sourceOf(c)))
  },
)
