import { Hono } from 'hono'
import type { HonoEnv } from '../hono-env'
import { bounded } from '../middleware/body'
import { commentFormPages } from './comment-form'
import { deskPages } from './desk'
import { languagePages } from './language'
import { moderationPages } from './moderation'
import { readingPages } from './reading'
import { receiptPages } from './receipts'
import { transparencyPages } from './transparency'

/** Everything that answers with HTML. */
export const pages = new Hono<HonoEnv>()
  .use(bounded)
  .route('/', readingPages)
  .route('/', commentFormPages)
  .route('/', receiptPages)
  .route('/', moderationPages)
  .route('/', transparencyPages)
  .route('/', languagePages)
  .route('/', deskPages)
