import { accountRows } from './account'
import { adminRows } from './admin'
import { accountPageRows, enterpriseRows, signOutRows } from './enterprise'
import { enterpriseResponseRows } from './enterprise-response'
import { moderatorRows } from './moderator'
import { ownDataRows } from './own-data'
import { pageRows } from './pages'
import { participantRows } from './participant'
import { publicRows } from './public'
import type { AccessRow } from './row'
import { staffRows } from './staff'
import { answeringRows } from './staff-answering'
import { codingRows } from './staff-coding'
import { supportRows } from './supports'

export { type AccessRow, type Asked, type Audience, audiences, statusFor } from './row'

/** Writes that are asked for by their address alone. */
export const bodiless = [
  'POST /api/staff/coding/codebook-draft',
  'POST /api/staff/coding/tags/:id/remove',
  'POST /api/auth/sign-out',
  'POST /api/comments/:publicId/support',
  'POST /api/comments/:publicId/support/take-back',
  'POST /api/enterprise/join-requests/withdraw',
  'POST /api/enterprise/leave',
  'POST /api/moderation/hand/keep',
  'POST /api/moderation/reviews/:id/take-over',
  'POST /api/staff/exports/:id/cancel',
  'POST /api/moderation/undelivered-mails/:id/retry',
]

/** Participants last: the last of their rows are the sign-outs, after which nobody's cookie counts. */
export const accessMatrix: AccessRow[] = [
  ...publicRows,
  ...moderatorRows,
  ...staffRows,
  ...codingRows,
  ...answeringRows,
  ...accountRows,
  ...adminRows,
  ...pageRows,
  ...enterpriseRows,
  ...enterpriseResponseRows,
  ...accountPageRows,
  ...supportRows,
  ...ownDataRows,
  ...participantRows,
  ...signOutRows,
]
