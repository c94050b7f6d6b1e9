import { Hono } from 'hono'
import type { HonoEnv } from '../../hono-env'
import { annexRoutes } from './annexes'
import { attachmentStaffRoutes } from './attachments'
import { caseRoutes } from './cases'
import { codingRoutes } from './coding'
import { dispositionRoutes } from './dispositions'
import { enterpriseStaffRoutes } from './enterprises'
import { evidenceStaffRoutes } from './evidence'
import { exportRoutes } from './exports'
import { figureRoutes } from './figures'
import { noteRoutes } from './notes'
import { offlineRoutes } from './offline'
import { reportRoutes } from './report'
import { responseReleaseRoutes } from './response-releases'
import { responseRoutes } from './responses'
import { resultStaffRoutes } from './results'
import { revisionRoutes } from './revisions'
import { stampedScanRoutes } from './stamped-scans'
import { standardTextRoutes } from './standard-texts'
import { summaryRoutes } from './summary'
import { unitRoutes } from './units'

export const staffRoutes = new Hono<HonoEnv>()
  .route('/', summaryRoutes)
  .route('/', exportRoutes)
  .route('/', offlineRoutes)
  .route('/', evidenceStaffRoutes)
  .route('/', revisionRoutes)
  .route('/', resultStaffRoutes)
  .route('/', reportRoutes)
  .route('/', caseRoutes)
  .route('/', attachmentStaffRoutes)
  .route('/', unitRoutes)
  .route('/', enterpriseStaffRoutes)
  .route('/', noteRoutes)
  .route('/', figureRoutes)
  .route('/', dispositionRoutes)
  .route('/', responseRoutes)
  .route('/', responseReleaseRoutes)
  .route('/', standardTextRoutes)
  .route('/', stampedScanRoutes)
  .route('/', annexRoutes)
  .route('/coding', codingRoutes)
