import * as v from 'valibot'
import { invitationViewSchema, sessionViewSchema, signInViewSchema } from '../../worker/contract/auth'
import { bannedWordListSchema } from '../../worker/contract/banned-words'
import {
  commentContextViewSchema,
  commentReceiptSchema,
  searchViewSchema,
  threadPageSchema,
} from '../../worker/contract/comments'
import { delayNoticesViewSchema, delayNoticeViewSchema } from '../../worker/contract/delay-notices'
import { challengeViewSchema, healthViewSchema } from '../../worker/contract/health'
import {
  agreementViewSchema,
  batchCountSchema,
  batchViewSchema,
  colleagueListSchema,
  decidedViewSchema,
  decisionViewSchema,
  deskNewsSchema,
  dutySchema,
  groupViewSchema,
  handViewSchema,
  keptHandSchema,
  originalViewSchema,
  queueCountsSchema,
  queueViewSchema,
  reasonListSchema,
  reviewViewSchema,
  undoViewSchema,
} from '../../worker/contract/moderation'
import {
  moderationFiguresSchema,
  moderationLogSchema,
  policySchema,
} from '../../worker/contract/moderation-log'
import {
  backupCodesViewSchema,
  invitedViewSchema,
  ownAccountViewSchema,
  peopleViewSchema,
  personViewSchema,
  resetViewSchema,
  revokedViewSchema,
  secondFactorOfferSchema,
  secondFactorViewSchema,
} from '../../worker/contract/people'
import { measureViewSchema, planViewSchema } from '../../worker/contract/plan'
import { receiptViewSchema } from '../../worker/contract/receipts'
import {
  deadlinesSchema,
  moderationSettingsSchema,
  reasonRecordSchema,
  reasonRecordsSchema,
} from '../../worker/contract/settings'
import { summaryViewSchema } from '../../worker/contract/staff'
import {
  consistencyViewSchema,
  entriesViewSchema,
  headsViewSchema,
  inclusionViewSchema,
} from '../../worker/contract/transparency'

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
  'GET /api/transparency': headsViewSchema,
  'GET /api/transparency/entries': entriesViewSchema,
  'GET /api/transparency/inclusion': inclusionViewSchema,
  'GET /api/transparency/consistency': consistencyViewSchema,
  'GET /api/challenge': challengeViewSchema,
  'POST /api/receipts/lookup': receiptViewSchema,
  'POST /api/receipts/resubmit': receiptViewSchema,
  'POST /api/receipts/appeal': receiptViewSchema,
  'POST /api/auth/sign-in/email': signInViewSchema,
  'POST /api/auth/sign-in/second-factor': signInViewSchema,
  'POST /api/auth/invitations/look-up': invitationViewSchema,
  'POST /api/auth/invitations/accept': signInViewSchema,
  'POST /api/auth/sign-out': sessionViewSchema,
  'GET /api/auth/get-session': sessionViewSchema,
  'GET /api/moderation/queue': queueViewSchema,
  'GET /api/moderation/counts': queueCountsSchema,
  'GET /api/moderation/events': deskNewsSchema,
  'GET /api/moderation/colleagues': colleagueListSchema,
  'POST /api/moderation/duty': dutySchema,
  'POST /api/moderation/hand': handViewSchema,
  'POST /api/moderation/hand/keep': keptHandSchema,
  'POST /api/moderation/hand/release': keptHandSchema,
  'GET /api/moderation/reviews/:id': reviewViewSchema,
  'POST /api/moderation/reviews/:id/take-over': reviewViewSchema,
  'POST /api/moderation/reviews/:id/pass': reviewViewSchema,
  'GET /api/moderation/groups/:id': groupViewSchema,
  'POST /api/moderation/batches/count': batchCountSchema,
  'POST /api/moderation/batches': batchViewSchema,
  'GET /api/moderation/reasons': reasonListSchema,
  'POST /api/moderation/decisions': decisionViewSchema,
  'POST /api/moderation/decisions/undo': undoViewSchema,
  'GET /api/moderation/decided': decidedViewSchema,
  'POST /api/moderation/originals': originalViewSchema,
  'GET /api/moderation/agreement': agreementViewSchema,
  'GET /api/moderation-log': moderationLogSchema,
  'GET /api/moderation-figures': moderationFiguresSchema,
  'GET /api/moderation-policy': policySchema,
  'GET /api/moderation/delay-notices': delayNoticesViewSchema,
  'POST /api/moderation/delay-notices': delayNoticeViewSchema,
  'GET /api/moderation/deadlines': deadlinesSchema,
  'GET /api/moderation/settings': moderationSettingsSchema,
  'POST /api/moderation/settings': moderationSettingsSchema,
  'GET /api/moderation/reason-records': reasonRecordsSchema,
  'POST /api/moderation/reason-records/:id/wording': reasonRecordSchema,
  'POST /api/moderation/reason-records/:id/rules': reasonRecordSchema,
  'GET /api/staff/summary': summaryViewSchema,
  'GET /api/staff/banned-words': bannedWordListSchema,
  'POST /api/staff/banned-words': bannedWordListSchema,
  'POST /api/staff/banned-words/remove': bannedWordListSchema,
  'GET /api/account': ownAccountViewSchema,
  'POST /api/account/password': ownAccountViewSchema,
  'POST /api/account/sessions/revoke': ownAccountViewSchema,
  'POST /api/account/second-factor': secondFactorOfferSchema,
  'POST /api/account/second-factor/confirm': secondFactorViewSchema,
  'POST /api/account/second-factor/off': secondFactorViewSchema,
  'POST /api/account/backup-codes': backupCodesViewSchema,
  'GET /api/admin/people': peopleViewSchema,
  'POST /api/admin/people/disable': personViewSchema,
  'POST /api/admin/people/enable': personViewSchema,
  'POST /api/admin/people/role': personViewSchema,
  'POST /api/admin/people/reset': resetViewSchema,
  'POST /api/admin/people/second-factor/reset': personViewSchema,
  'POST /api/admin/invitations': invitedViewSchema,
  'POST /api/admin/invitations/revoke': revokedViewSchema,
}

/** The route of {@link viewSchemas} that an address belongs to. */
export function viewSchemaOf(method: string, path: string): v.GenericSchema | undefined {
  const route = Object.keys(viewSchemas).find((candidate) => {
    const pattern = candidate.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')
    return new RegExp(`^${pattern}$`).test(`${method} ${path}`)
  })
  return route === undefined ? undefined : viewSchemas[route]
}
