import { Hono } from 'hono'
import type { HonoEnv } from '../hono-env'
import { bounded } from '../middleware/body'
import { commentFormPages } from './comment-form'
import { deskPages } from './desk'
import { figurePages } from './figures'
import { languagePages } from './language'
import { moderationPages } from './moderation'
import { openDataPages } from './open-data'
import { readingPages } from './reading'
import { receiptPages } from './receipts'
import { resultPages } from './results'
import { transparencyPages } from './transparency'

/** Everything that answers with HTML. */
export const pages = new Hono<HonoEnv>()
  .use(bounded)
  .route('/', readingPages)
  .route('/', commentFormPages)
  .route('/', receiptPages)
  .route('/', moderationPages)
  .route('/', transparencyPages)
  .route('/', openDataPages)
  .route('/', figurePages)
  .route('/', resultPages)
  .route('/', languagePages)
  .route('/', deskPages)
