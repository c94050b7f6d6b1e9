import * as v from 'valibot'
import { sessionViewSchema } from '../../worker/contract/auth'
import {
  commentContextViewSchema,
  commentReceiptSchema,
  searchViewSchema,
  threadPageSchema,
} from '../../worker/contract/comments'
import { challengeViewSchema, healthViewSchema } from '../../worker/contract/health'
import { decisionViewSchema, queueViewSchema, reasonListSchema } from '../../worker/contract/moderation'
import { measureViewSchema, planViewSchema } from '../../worker/contract/plan'
import { moderationFiguresSchema, moderationLogSchema, policySchema } from '../../worker/contract/moderation-log'
import { receiptViewSchema } from '../../worker/contract/receipts'
import { deadlinesSchema, moderationSettingsSchema } from '../../worker/contract/settings'
import { summaryViewSchema } from '../../worker/contract/staff'

/** What each JSON route of the API answers when all is well. */
export const viewSchemas: Record<string, v.GenericSchema> = {
  'GET /api/health': healthViewSchema,
  'GET /api/openapi.json': v.looseObject({ openapi: v.literal('3.1.0') }),
  'GET /api/plan': planViewSchema,
  'GET /api/measures/:key': measureViewSchema,
  'GET /api/measures/:key/comments': threadPageSchema,
  'POST /api/measures/:key/comments': commentReceiptSchema,
  'GET /api/comments/:publicId': commentContextViewSchema,
  'GET /api/search': searchViewSchema,
  'GET /api/challenge': challengeViewSchema,
  'POST /api/receipts/lookup': receiptViewSchema,
  'POST /api/receipts/resubmit': receiptViewSchema,
  'POST /api/auth/sign-in/email': sessionViewSchema,
  'POST /api/auth/sign-out': sessionViewSchema,
  'GET /api/auth/get-session': sessionViewSchema,
  'GET /api/moderation/queue': queueViewSchema,
  'GET /api/moderation/reasons': reasonListSchema,
  'POST /api/moderation/decisions': decisionViewSchema,
  'GET /api/moderation-log': moderationLogSchema,
  'GET /api/moderation-figures': moderationFiguresSchema,
  'GET /api/moderation-policy': policySchema,
  'GET /api/moderation/deadlines': deadlinesSchema,
  'GET /api/moderation/settings': moderationSettingsSchema,
  'POST /api/moderation/settings': moderationSettingsSchema,
  'GET /api/staff/summary': summaryViewSchema,
}

/** The route of {@link viewSchemas} that an address belongs to. */
export function viewSchemaOf(method: string, path: string): v.GenericSchema | undefined {
  const route = Object.keys(viewSchemas).find((candidate) => {
    const pattern = candidate.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')
    return new RegExp(`^${pattern}$`).test(`${method} ${path}`)
  })
  return route === undefined ? undefined : viewSchemas[route]
}
