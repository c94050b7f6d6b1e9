import { makeComment } from '../../support/make-comment'
import { makeParticipant } from '../../support/make-enterprise'
import type { TestApp } from '../../support/test-app'
import { row } from './row'

const refused = [401, 403, 403, 403] as const
const ledToSignIn = [303, 303, 303, 303] as const

const at = (end: string) => async (app: TestApp) => ({
  path: `/api/comments/${(await makeComment(app)).publicId}${end}`,
  json: {},
  as: (await makeParticipant(app)).cookie,
})
const page = (end: string) => async (app: TestApp) => ({
  path: `/comments/${(await makeComment(app)).publicId}${end}`,
  as: (await makeParticipant(app)).cookie,
})
const form = (end: string) => async (app: TestApp) => ({ ...(await page(end)(app)), form: {} })

export const supportRows = [
  row('POST /api/comments/:publicId/support', refused, at('/support'), 200),
  row('POST /api/comments/:publicId/support/take-back', refused, at('/support/take-back'), 200),
  row('GET /comments/:publicId/support', ledToSignIn, page('/support'), 303),
  row('POST /comments/:publicId/support', ledToSignIn, form('/support'), 303),
  row('POST /comments/:publicId/support/take-back', ledToSignIn, form('/support/take-back'), 303),
]
