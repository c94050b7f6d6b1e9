import { Hono } from 'hono'
import type { HonoEnv } from '../hono-env'
import { bounded } from '../middleware/body'
import { accountPages } from './account'
import { accountEntryPages } from './account-entry'
import { commentChangePages } from './comment-change'
import { commentFormPages } from './comment-form'
import { consultationPages } from './consultations'
import { deskPages } from './desk'
import { draftPages } from './drafts'
import { enterprisePages } from './enterprise'
import { enterpriseFormPages } from './enterprise-form'
import { enterpriseResponsePages } from './enterprise-response'
import { feedPages } from './feeds'
import { figurePages } from './figures'
import { followPages } from './follows'
import { languagePages } from './language'
import { moderationPages } from './moderation'
import { openDataPages } from './open-data'
import { ownDataPages } from './own-data'
import { privacyPages } from './privacy'
import { readingPages } from './reading'
import { receiptPages } from './receipts'
import { responseVersionPages } from './response-versions'
import { resultPages } from './results'
import { signOnPages } from './sign-on'
import { stampedFormPages } from './stamped-forms'
import { supportPages } from './supports'
import { textSizePages } from './text-size'
import { transparencyPages } from './transparency'

/** Everything that answers with HTML. */
export const pages = new Hono<HonoEnv>()
  .use(bounded)
  .route('/', readingPages)
  .route('/', supportPages)
  .route('/', consultationPages)
  .route('/', draftPages)
  .route('/', commentFormPages)
  .route('/', commentChangePages)
  .route('/', receiptPages)
  .route('/', ownDataPages)
  .route('/', stampedFormPages)
  .route('/', moderationPages)
  .route('/', privacyPages)
  .route('/', transparencyPages)
  .route('/', openDataPages)
  .route('/', figurePages)
  .route('/', resultPages)
  .route('/', followPages)
  .route('/', feedPages)
  .route('/', languagePages)
  .route('/', textSizePages)
  .route('/', accountEntryPages)
  .route('/', signOnPages)
  .route('/', accountPages)
  .route('/', enterprisePages)
  .route('/', enterpriseFormPages)
  .route('/', enterpriseResponsePages)
  .route('/', responseVersionPages)
  .route('/', deskPages)
