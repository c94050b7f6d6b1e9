import type { CommentFormValues } from '../../../web/page'
import type { ReceiptView } from '../../../worker/contract/receipts'
import type { InclusionView } from '../../../worker/contract/transparency'
import { usccOf } from '../make-comment'
import { comment } from './comments'
import { measure } from './measure'
import type { Pages } from './pages'
import { frame } from './plan'
import { head } from './record'

export const formValues: CommentFormValues = {
  body: '模具行业的研发费用占比普遍在 2.4% 左右。',
  stance: 'partly',
  clause: '7.1.2',
  quote: '',
  wording: '',
  parentId: '',
  planRevision: '',
  noticeVersion: '1',
  kind: 'enterprise',
  displayName: '',
  name: '东莞市启明精密模具有限公司',
  uscc: usccOf(71),
  size: 'small',
  industry: 'C',
  city: '4419',
  publish: 'yes',
  showName: '',
  contact: '0769-22880000',
  attachments: '',
  annex: '',
  annexSummary: '',
}

/** The receipt of a comment that waits for a moderator, but for what the test says. */
export function receipt(change: Partial<ReceiptView> = {}): ReceiptView {
  const { publicId, author, stance, body, createdAt } = comment()
  return {
    publicId,
    state: 'pending',
    revision: 1,
    consultation: { key: '2021-work-plan', isCurrent: true },
    measure: { key: '7.1', title: measure.title },
    clause: { key: '7.1.2', text: measure.clauses[1]?.text ?? '' },
    quote: null,
    wording: null,
    parentId: null,
    author,
    stance,
    body,
    targets: [],
    profile: null,
    attachments: [],
    annex: null,
    annexOpenings: [],
    stamped: { isConfirmed: false, mayUpload: false, scans: [] },
    outcome: null,
    consentPublish: true,
    isUnconfirmed: false,
    isHeld: false,
    noticeVersion: 1,
    createdAt,
    erasedAt: null,
    isOfResponse: false,
    isOfStandingVersion: false,
    isReplaced: false,
    replacedBy: null,
    isOfEarlierPeople: false,
    dueAt: '2021-04-07T16:00:00.000Z',
    reviewDays: 2,
    delay: null,
    hidden: [],
    journey: [{ at: createdAt, step: 'received', revision: 1, reason: null, note: null }],
    mayEdit: false,
    mayResubmit: false,
    mayWithdraw: false,
    mayAppeal: false,
    appealUntil: null,
    isAppealOpen: false,
    answer: null,
    ...change,
  }
}

/** A comment whose submission is sealed, and one more entry about it not yet. */
export const seal: InclusionView = {
  publicId: 'GX21-7F3K-92QX',
  head,
  entries: [
    {
      index: 1022,
      entry: '{"form":1,"id":1023,"action":"comment.submitted","subjectId":"GX21-7F3K-92QX"}',
      leaf: 'b2'.repeat(32),
      proof: [],
    },
  ],
  unsealed: 1,
}

export const participantPages = {
  'comment-form': {
    view: 'comment-form',
    measure,
    parent: null,
    files: [],
    refusedFile: null,
    isMailed: false,
    besideContact: frame.beside('contact'),
    values: formValues,
    errors: {},
    refusal: null,
  },
  'comment-preview': {
    view: 'comment-preview',
    measure,
    parent: null,
    values: formValues,
    files: [],
    annex: { file: null },
    errors: {},
    preview: comment(),
    question: { left: 7, right: 5, token: 'signed' },
    askQuestion: false,
    refusal: null,
  },
  'receipt-lookup': {
    view: 'receipt-lookup',
    values: { publicId: '', queryCode: '' },
    errors: {},
    refusal: null,
    kept: null,
  },
  receipt: {
    view: 'receipt',
    receipt: receipt(),
    parent: null,
    queryCode: '7F3K-92QX-M4TB',
    fresh: true,
    isAgain: false,
    isChanged: false,
    seal,
    resubmission: null,
    withdrawal: null,
    appeal: null,
    stamping: null,
  },
  'receipt-erase': {
    view: 'receipt-erase',
    receipt: receipt({ state: 'published' }),
    errors: {},
    refusal: null,
  },
  'stamped-form': {
    view: 'stamped-form',
    form: {
      publicId: receipt().publicId,
      revision: 2,
      consultation: { key: '2021-work-plan', title: '2021 年工作安排', authority: '省工业和信息化厅' },
      organisation: { name: formValues.name, uscc: formValues.uscc },
      measure: receipt().measure,
      clause: receipt().clause,
      stance: 'partly',
      body: formValues.body,
      wording: null,
      targets: [],
      submittedAt: receipt().createdAt,
      canonical: '{"form":1}',
      sha256: 'ab'.repeat(32),
    },
    verifyAt: 'https://yanlu.test/verify-form?id=GX21-7F3K-92QX&revision=2&hash=abababababababab',
  },
  'verify-form': {
    view: 'verify-form',
    values: { id: 'GX21-7F3K-92QX', revision: '2', hash: 'ab'.repeat(8) },
    match: 'same',
    errors: {},
    refusal: null,
  },
} satisfies Partial<Pages>
