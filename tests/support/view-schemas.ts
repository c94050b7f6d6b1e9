import * as v from 'valibot'
import { readAddressOf } from '../../worker/contract/addresses'
import { annexReadersSchema } from '../../worker/contract/annexes'
import { invitationViewSchema, sessionViewSchema, signInViewSchema } from '../../worker/contract/auth'
import { bannedWordListSchema } from '../../worker/contract/banned-words'
import {
  assignedSchema,
  caseCountsSchema,
  caseListSchema,
  caseViewSchema,
} from '../../worker/contract/casework'
import { codebookListSchema, codebookViewSchema, lintViewSchema } from '../../worker/contract/codebook'
import { codingItemSchema, codingPageSchema, textsPageSchema } from '../../worker/contract/coding'
import {
  coderListSchema,
  codingAgreementSchema,
  sampleListSchema,
  samplePageSchema,
  sampleViewSchema,
} from '../../worker/contract/coding-samples'
import {
  commentContextViewSchema,
  commentReceiptSchema,
  searchViewSchema,
  threadPageSchema,
} from '../../worker/contract/comments'
import {
  draftRefSchema as consultationDraftRefSchema,
  draftViewSchema as consultationDraftViewSchema,
  consultationListSchema,
  consultationOfficeSchema,
  documentTextSchema,
  planPreviewSchema,
} from '../../worker/contract/consultations'
import { delayNoticesViewSchema, delayNoticeViewSchema } from '../../worker/contract/delay-notices'
import {
  caseCountSchema,
  disposedViewSchema,
  dispositionViewSchema,
} from '../../worker/contract/dispositions'
import {
  enterpriseListSchema,
  enterpriseViewSchema,
  invitedColleagueSchema,
  ownEnterpriseSchema,
  registeredSchema,
  staffEnterpriseSchema,
} from '../../worker/contract/enterprises'
import { accountErasedSchema } from '../../worker/contract/erasures'
import { exportListSchema, exportRecordViewSchema } from '../../worker/contract/exports'
import { crosstabViewSchema, figuresViewSchema } from '../../worker/contract/figures'
import { fileViewSchema } from '../../worker/contract/files'
import { followEndedSchema, followSentSchema, followViewSchema } from '../../worker/contract/follows'
import { challengeViewSchema, healthViewSchema } from '../../worker/contract/health'
import { batchCountSchema, batchViewSchema } from '../../worker/contract/moderation/batches'
import {
  agreementViewSchema,
  decidedViewSchema,
  originalViewSchema,
} from '../../worker/contract/moderation/decided'
import {
  decisionViewSchema,
  reasonListSchema,
  undoViewSchema,
} from '../../worker/contract/moderation/decisions'
import { groupViewSchema } from '../../worker/contract/moderation/groups'
import {
  colleagueListSchema,
  dutySchema,
  handViewSchema,
  keptHandSchema,
} from '../../worker/contract/moderation/hand'
import { deskNewsSchema } from '../../worker/contract/moderation/news'
import { queueCountsSchema, queueViewSchema, reviewViewSchema } from '../../worker/contract/moderation/queue'
import {
  moderationFiguresSchema,
  moderationLogSchema,
  policySchema,
} from '../../worker/contract/moderation-log'
import { mentionListSchema, noteViewSchema, unreadMentionsSchema } from '../../worker/contract/notes'
import { importCheckSchema, importedSchema, offlineViewSchema } from '../../worker/contract/offline'
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
import { privacyDeskSchema } from '../../worker/contract/privacy'
import { receiptViewSchema } from '../../worker/contract/receipts'
import {
  releaseCountSchema,
  releaseViewSchema,
  responseListSchema,
  responseOfViewSchema,
  responseViewSchema,
  writtenViewSchema,
} from '../../worker/contract/responses'
import { gateViewSchema, measureResultViewSchema, resultViewSchema } from '../../worker/contract/results'
import {
  clauseChangeListSchema,
  draftMeasureSchema,
  orphanPageSchema,
  revisionsOverviewSchema,
  revisionsViewSchema,
  staffRevisionViewSchema,
} from '../../worker/contract/revisions'
import {
  deadlinesSchema,
  moderationSettingsSchema,
  reasonRecordSchema,
  reasonRecordsSchema,
  undeliveredMailsSchema,
} from '../../worker/contract/settings'
import { summaryViewSchema } from '../../worker/contract/staff'
import { formMatchSchema, formViewSchema } from '../../worker/contract/stamped-forms'
import { stampedListSchema } from '../../worker/contract/stamped-scans'
import { standardTextListSchema, standardTextViewSchema } from '../../worker/contract/standard-texts'
import {
  submissionViewSchema,
  versionHistorySchema,
  versionViewSchema,
} from '../../worker/contract/submissions'
import { runAnswerSchema, settledSchema, suggestionCountSchema } from '../../worker/contract/suggestions'
import { supportViewSchema } from '../../worker/contract/supports'
import {
  consistencyViewSchema,
  entriesViewSchema,
  headsViewSchema,
  inclusionViewSchema,
} from '../../worker/contract/transparency'
import { measureUnitsViewSchema, unitsViewSchema } from '../../worker/contract/units'

/** What each JSON route of the API answers when all is well. */
export const viewSchemas: Record<string, v.GenericSchema> = {
  'GET /api/health': healthViewSchema,
  'GET /api/openapi.json': v.looseObject({ openapi: v.literal('3.1.0') }),
  'GET /api/plan': planViewSchema,
  'GET /api/consultations': consultationListSchema,
  'GET /api/measures/:key': measureViewSchema,
  'GET /api/revisions': revisionsViewSchema,
  'GET /api/measures/:key/comments': threadPageSchema,
  'POST /api/measures/:key/comments': commentReceiptSchema,
  'GET /api/comments/:publicId': commentContextViewSchema,
  'GET /api/search': searchViewSchema,
  'GET /api/transparency': headsViewSchema,
  'GET /api/transparency/entries': entriesViewSchema,
  'GET /api/transparency/inclusion': inclusionViewSchema,
  'GET /api/transparency/consistency': consistencyViewSchema,
  'GET /api/challenge': challengeViewSchema,
  'POST /api/attachments': fileViewSchema,
  'POST /api/receipts/lookup': receiptViewSchema,
  'POST /api/receipts/form': formViewSchema,
  'GET /api/verify-form': formMatchSchema,
  'POST /api/receipts/resubmit': receiptViewSchema,
  'POST /api/receipts/appeal': receiptViewSchema,
  'POST /api/comments/:publicId/support': supportViewSchema,
  'POST /api/comments/:publicId/support/take-back': supportViewSchema,
  'POST /api/receipts/withdraw': receiptViewSchema,
  'POST /api/follows': followSentSchema,
  'POST /api/follows/lookup': followViewSchema,
  'POST /api/follows/confirm': followViewSchema,
  'POST /api/follows/change': followViewSchema,
  'POST /api/follows/end': followEndedSchema,
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
  'POST /api/moderation/undelivered-mails/:id/retry': undeliveredMailsSchema,
  'GET /api/moderation/deadlines': deadlinesSchema,
  'GET /api/moderation/settings': moderationSettingsSchema,
  'POST /api/moderation/settings': moderationSettingsSchema,
  'GET /api/moderation/reason-records': reasonRecordsSchema,
  'POST /api/moderation/reason-records/:id/wording': reasonRecordSchema,
  'POST /api/moderation/reason-records/:id/rules': reasonRecordSchema,
  'GET /api/staff/exports': exportListSchema,
  'POST /api/staff/exports/:id/cancel': exportRecordViewSchema,
  'GET /api/staff/summary': summaryViewSchema,
  'GET /api/staff/cases': caseListSchema,
  'GET /api/staff/cases/counts': caseCountsSchema,
  'GET /api/staff/cases/:publicId': caseViewSchema,
  'POST /api/staff/assignments': assignedSchema,
  'GET /api/staff/units': unitsViewSchema,
  'POST /api/staff/units/members': unitsViewSchema,
  'POST /api/staff/measures/units': measureUnitsViewSchema,
  'POST /api/staff/notes': noteViewSchema,
  'GET /api/staff/mentions': mentionListSchema,
  'POST /api/staff/mentions/read': unreadMentionsSchema,
  'GET /api/staff/clause-changes': clauseChangeListSchema,
  'GET /api/staff/orphans': orphanPageSchema,
  'GET /api/staff/revisions': revisionsOverviewSchema,
  'POST /api/staff/revisions': revisionsOverviewSchema,
  'GET /api/staff/revisions/measures/:key': draftMeasureSchema,
  'POST /api/staff/revision-draft/changes': draftMeasureSchema,
  'POST /api/staff/revision-draft/publish': revisionsOverviewSchema,
  'GET /api/staff/revisions/:number': staffRevisionViewSchema,
  'GET /api/figures': figuresViewSchema,
  'GET /api/staff/figures': figuresViewSchema,
  'GET /api/staff/figures/crosstab': crosstabViewSchema,
  'GET /api/staff/offline': offlineViewSchema,
  'POST /api/staff/offline': commentReceiptSchema,
  'POST /api/staff/offline/check': importCheckSchema,
  'POST /api/staff/offline/import': importedSchema,
  'GET /api/staff/gate': gateViewSchema,
  'POST /api/staff/results': gateViewSchema,
  'GET /api/results': resultViewSchema,
  'GET /api/results/:key': measureResultViewSchema,
  'GET /api/staff/banned-words': bannedWordListSchema,
  'POST /api/staff/banned-words': bannedWordListSchema,
  'POST /api/staff/banned-words/remove': bannedWordListSchema,
  'GET /api/staff/coding/codebooks': codebookListSchema,
  'GET /api/staff/coding/codebooks/:version': codebookViewSchema,
  'GET /api/staff/coding/codebooks/:version/lint': lintViewSchema,
  'POST /api/staff/coding/codebook-draft': codebookViewSchema,
  'POST /api/staff/coding/codebook-draft/codes': codebookViewSchema,
  'POST /api/staff/coding/codebook-draft/order': codebookViewSchema,
  'POST /api/staff/coding/codebook-draft/discard': codebookListSchema,
  'POST /api/staff/coding/codebook-draft/publish': codebookViewSchema,
  'POST /api/staff/coding/codebook-draft/codes/:id': codebookViewSchema,
  'POST /api/staff/coding/codebook-draft/codes/:id/retire': codebookViewSchema,
  'GET /api/staff/coding/comments': codingPageSchema,
  'GET /api/staff/coding/comments/:publicId': codingItemSchema,
  'POST /api/staff/coding/comments/:publicId/tags': codingItemSchema,
  'POST /api/staff/coding/tags/:id/remove': codingItemSchema,
  'GET /api/staff/coding/texts': textsPageSchema,
  'GET /api/staff/coding/suggestion-runs': runAnswerSchema,
  'POST /api/staff/coding/suggestion-runs': runAnswerSchema,
  'POST /api/staff/coding/suggestion-runs/:id/suggestions': runAnswerSchema,
  'POST /api/staff/coding/suggestions/count': suggestionCountSchema,
  'POST /api/staff/coding/suggestions/settle': settledSchema,
  'POST /api/staff/coding/suggestions/:id/settle': codingItemSchema,
  'GET /api/staff/coding/coders': coderListSchema,
  'GET /api/staff/coding/samples': sampleListSchema,
  'POST /api/staff/coding/samples': sampleViewSchema,
  'GET /api/staff/coding/samples/:id/comments': samplePageSchema,
  'POST /api/staff/coding/samples/:id/codings': sampleViewSchema,
  'POST /api/staff/coding/samples/:id/close': sampleViewSchema,
  'GET /api/staff/coding/samples/:id/agreement': codingAgreementSchema,
  'GET /api/staff/dispositions/of/:publicId': dispositionViewSchema,
  'POST /api/staff/dispositions/count': caseCountSchema,
  'POST /api/staff/dispositions': disposedViewSchema,
  'GET /api/staff/responses': responseListSchema,
  'GET /api/staff/responses/:id': responseViewSchema,
  'GET /api/staff/responses/of/:publicId': responseOfViewSchema,
  'POST /api/staff/responses/comments/count': caseCountSchema,
  'POST /api/staff/responses': writtenViewSchema,
  'POST /api/staff/responses/:id/versions': responseViewSchema,
  'POST /api/staff/responses/:id/review': responseViewSchema,
  'POST /api/staff/responses/:id/approve': responseViewSchema,
  'POST /api/staff/responses/:id/send-back': responseViewSchema,
  'POST /api/staff/responses/:id/comments': responseViewSchema,
  'POST /api/staff/response-releases/count': releaseCountSchema,
  'POST /api/staff/response-releases': releaseViewSchema,
  'GET /api/staff/standard-texts': standardTextListSchema,
  'GET /api/staff/standard-texts/:id': standardTextViewSchema,
  'POST /api/staff/standard-texts': standardTextViewSchema,
  'POST /api/staff/standard-texts/:id/wording': standardTextViewSchema,
  'POST /api/staff/standard-texts/:id/use': standardTextViewSchema,
  'POST /api/receipts/erase': receiptViewSchema,
  'POST /api/own-account/erase': accountErasedSchema,
  'GET /api/enterprise': ownEnterpriseSchema,
  'POST /api/enterprise': registeredSchema,
  'POST /api/enterprise/profile': enterpriseViewSchema,
  'POST /api/enterprise/verification': enterpriseViewSchema,
  'POST /api/enterprise/documents': fileViewSchema,
  'POST /api/enterprise/claims': ownEnterpriseSchema,
  'POST /api/enterprise/join-requests': ownEnterpriseSchema,
  'POST /api/enterprise/join-requests/withdraw': ownEnterpriseSchema,
  'POST /api/enterprise/join-requests/settle': enterpriseViewSchema,
  'POST /api/enterprise/invitations': invitedColleagueSchema,
  'POST /api/enterprise/invitations/revoke': enterpriseViewSchema,
  'POST /api/enterprise/invitations/accept': enterpriseViewSchema,
  'POST /api/enterprise/members': enterpriseViewSchema,
  'POST /api/enterprise/leave': ownEnterpriseSchema,
  'GET /api/enterprise/response': submissionViewSchema,
  'POST /api/enterprise/response/entries': submissionViewSchema,
  'POST /api/enterprise/response/entries/remove': submissionViewSchema,
  'POST /api/enterprise/response/entries/restore': submissionViewSchema,
  'POST /api/enterprise/response/approval': submissionViewSchema,
  'POST /api/enterprise/response/send-back': submissionViewSchema,
  'POST /api/enterprise/response/send': versionViewSchema,
  'POST /api/enterprise/response/reopen': submissionViewSchema,
  'GET /api/enterprise/response/versions': versionHistorySchema,
  'GET /api/enterprise/response/versions/:number': versionViewSchema,
  'GET /api/staff/annex-readers': annexReadersSchema,
  'POST /api/staff/annex-readers': annexReadersSchema,
  'GET /api/staff/stamped': stampedListSchema,
  'POST /api/staff/stamped/:id/decision': stampedListSchema,
  'GET /api/staff/enterprises': enterpriseListSchema,
  'GET /api/staff/enterprises/:id': staffEnterpriseSchema,
  'POST /api/staff/enterprises/:id/verification': staffEnterpriseSchema,
  'POST /api/staff/enterprises/:id/claims/:claim': staffEnterpriseSchema,
  'POST /api/staff/enterprises/:id/accounts': staffEnterpriseSchema,
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
  'GET /api/admin/privacy': privacyDeskSchema,
  'POST /api/admin/privacy/notices': privacyDeskSchema,
  'POST /api/admin/privacy/contact-months': privacyDeskSchema,
  'GET /api/admin/consultations': consultationOfficeSchema,
  'GET /api/admin/consultations/drafts/:key': consultationDraftViewSchema,
  'POST /api/admin/consultations/document': documentTextSchema,
  'POST /api/admin/consultations/preview': planPreviewSchema,
  'POST /api/admin/consultations/drafts': consultationDraftViewSchema,
  'POST /api/admin/consultations/discard': consultationOfficeSchema,
  'POST /api/admin/consultations/check': consultationDraftRefSchema,
  'POST /api/admin/consultations/publish': consultationOfficeSchema,
  'POST /api/admin/consultations/extend': consultationOfficeSchema,
  'POST /api/admin/consultations/current': consultationOfficeSchema,
}

/** The route of {@link viewSchemas} that an address belongs to. */
export function viewSchemaOf(method: string, address: string): v.GenericSchema | undefined {
  const { path } = readAddressOf(address)
  const route = Object.keys(viewSchemas).find((candidate) => {
    const pattern = candidate.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')
    return new RegExp(`^${pattern}$`).test(`${method} ${path}`)
  })
  return route === undefined ? undefined : viewSchemas[route]
}
