import { Hono } from 'hono'
import { publicIdSchema } from '../contract/comments'
import type { HonoEnv } from '../hono-env'
import { assertWithinLimit } from '../middleware/rate-limit'
import { supportComment, takeBackSupport } from '../services/supports/support-comment'
import { ownPage } from './own-page'
import { readAddress } from './read-input'

const back = (path: string) => `${path.replace(/\/support(?:\/take-back)?$/, '')}#support`

/** Whoever has to sign in first comes back to the comment and says it there. */
export const supportPages = new Hono<HonoEnv>()
  .get('/comments/:publicId/support', ownPage, (c) => c.redirect(back(c.req.path), 303))
  .post('/comments/:publicId/support', ownPage, async (c) => {
    await assertWithinLimit(c, 'LOOKUP_LIMIT')
    await supportComment(c.var.ctx, readAddress(publicIdSchema, c.req.param('publicId')))
    return c.redirect(back(c.req.path), 303)
  })
  .post('/comments/:publicId/support/take-back', ownPage, async (c) => {
    await assertWithinLimit(c, 'LOOKUP_LIMIT')
    await takeBackSupport(c.var.ctx, readAddress(publicIdSchema, c.req.param('publicId')))
    return c.redirect(back(c.req.path), 303)
  })
