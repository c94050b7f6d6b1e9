import { Hono } from 'hono'
import { getPath } from 'hono/utils/url'
import { readAddressOf } from './contract/addresses'
import type { AppDeps, HonoEnv } from './hono-env'
import { jsonOnly } from './middleware/body'
import { guard, ownAccount } from './middleware/guard'
import { knownConsultation } from './middleware/known-consultation'
import { notFound } from './middleware/not-found'
import { onError } from './middleware/on-error'
import { participantOnly } from './middleware/participant'
import { requestContext } from './middleware/request-context'
import { sameOrigin } from './middleware/same-origin'
import { securityHeaders } from './middleware/security-headers'
import { pages } from './pages'
import { accountRoutes } from './routes/account'
import { adminRoutes } from './routes/admin'
import { moderatorRoutes } from './routes/moderator'
import { openApi } from './routes/openapi'
import { participantRoutes } from './routes/participant'
import { enterpriseResponseRoutes } from './routes/participant/enterprise-response'
import { enterpriseRoutes } from './routes/participant/enterprises'
import { publicRoutes } from './routes/public'
import { staffRoutes } from './routes/staff'
import { bannedWordRoutes } from './routes/staff/banned-words'

/** The JSON API, one mount per audience with its guard. */
export const api = new Hono<HonoEnv>()
  .use(jsonOnly)
  .route('/', publicRoutes)
  .route('/', participantRoutes)
  .use('/enterprise/*', participantOnly)
  .route('/enterprise', enterpriseRoutes)
  .route('/enterprise/response', enterpriseResponseRoutes)
  .use('/moderation/*', guard('moderator'))
  .route('/moderation', moderatorRoutes)
  .use('/staff/banned-words/*', guard('staff', 'senior_moderator'))
  .route('/staff', bannedWordRoutes)
  .use('/staff/*', guard('staff'))
  .route('/staff', staffRoutes)
  .use('/account/*', ownAccount)
  .route('/account', accountRoutes)
  .use('/admin/*', guard('admin'))
  .route('/admin', adminRoutes)

/**
 * The whole product on its dependencies: pages for readers, the API behind them, assets for the rest. Every route is also there
 * under `/c/<consultation>` and `/api/c/<consultation>`: what of the address names the consultation is read before it is routed.
 */
export function createApp(deps: AppDeps) {
  const app = new Hono<HonoEnv>({ getPath: (request) => readAddressOf(getPath(request)).path })
    .use(requestContext(deps), securityHeaders, sameOrigin, knownConsultation)
    .route('/api', api)
    .get('/api/openapi.json', openApi(api))
    .route('/', pages)
  app.onError(onError)
  app.notFound(notFound(app))
  return app
}
