import type { PublicPage } from '../../../web/page'
import type {
  EntryView,
  SealedEntry,
  SubmissionView,
  VersionView,
} from '../../../worker/contract/submissions'
import { usccOf } from '../make-comment'
import { measure } from './measure'
import type { Pages } from './pages'
import { plan } from './plan'

type ResponseView = Extract<PublicPage['view'], `response${string}`>

const enterprise = {
  name: '第七精密制造有限公司',
  uscc: usccOf(7),
  kind: 'enterprise',
  isVerified: true,
} as const
const sealed: SealedEntry = {
  measure: { key: measure.key, title: measure.title },
  clause: null,
  planRevision: 1,
  stance: 'suggest',
  body: '建议公布培育企业名单，并说明遴选标准。',
  targets: [],
  wording: null,
  attachments: [{ name: '测算表.xlsx', size: 182_400, sha256: 'cd'.repeat(32) }],
  annex: {
    file: { name: '成本明细.pdf', size: 64_000, sha256: 'ef'.repeat(32) },
    summary: '成本构成，含原料和人工。',
  },
}
const upload = { id: 'a1', type: 'pdf', uploadedAt: '2021-03-10T01:00:00.000Z' } as const
const files = {
  attachments: sealed.attachments.map((file) => ({ ...file, ...upload })),
  annex: sealed.annex && { ...sealed.annex.file, ...upload },
}
const refusal = { zh: '请说明依据。', en: 'Please say on what grounds.', note: '第二段看不懂。' }
const entry: EntryView = {
  ...sealed,
  attachments: files.attachments,
  annex: sealed.annex && files.annex && { file: files.annex, summary: sealed.annex.summary },
  id: 'e1',
  version: 2,
  updatedBy: '周工',
  updatedAt: '2021-03-10T02:00:00.000Z',
  change: 'changed',
  was: { ...sealed, body: '建议公布名单。', stance: 'partly' },
  comment: { publicId: 'GX21-8F3K-92QX', state: 'returned', refusal },
}
const at = '2021-03-11T02:00:00.000Z'
const seal = { version: 1, sentAt: at, sentBy: '吴总', sha256: 'ab'.repeat(32) }
const response: SubmissionView = {
  enterprise,
  part: 'owner',
  consultation: plan.consultation,
  publicId: 'GX21-7F3K-92QX',
  state: 'drafting',
  version: 4,
  last: { step: 'send_back', note: '请补充数据。', by: '吴总', at },
  may: { edit: true, ask: true, sendBack: false, send: false, reopen: false },
  entries: [entry],
  removed: [{ ...sealed, body: '已删除的意见。' }],
  silent: [{ key: '1.2', number: 2, title: '题目', shortTitle: '短题', shortTitleEn: 'Short' }],
  versions: [{ ...seal, entries: 1 }],
  isOfEarlierPeople: false,
}
const nothingWrong = { errors: {}, refusal: null }
const typed = { note: '', publish: '' }

const version: VersionView = {
  ...seal,
  ...{ publicId: 'GX21-7F3K-92QX', isLast: true, publish: true, enterprise },
  consultation: plan.consultation,
  entries: [sealed],
  comments: [
    {
      ...{ measureKey: measure.key, clauseKey: null, publicId: 'GX21-8F3K-92QX' },
      ...{ state: 'returned', refusal, isAsSent: false, later: 'revised', hidden: 1 },
      queryCode: '7F3K-92QX-M4TB',
    },
  ],
  annexOpenings: [
    {
      ...{ measureKey: measure.key, clauseKey: null, at, purpose: '核对成本数据' },
      unit: { name: '技术改造处', nameEn: 'Technical upgrading' },
    },
  ],
  content: '{"form":1}',
  stamped: { hasForm: true, isConfirmed: false, mayUpload: true, scans: [] },
}

/** The pages of a response that an organisation drafts. */
export const responsePages: Pick<Pages, ResponseView> = {
  response: { view: 'response', response, done: null, place: null, typed, ...nothingWrong },
  'response-entry': {
    ...{ view: 'response-entry', response, measure, clause: '', entry, written: [''] },
    ...{ typed: null, from: null, files, refusedFile: null, isBound: false },
    ...nothingWrong,
  },
  'response-approval': {
    view: 'response-approval',
    response: {
      ...response,
      state: 'in_approval',
      may: { edit: false, ask: false, sendBack: true, send: true, reopen: false },
    },
    typed,
    ...nothingWrong,
  },
  'response-receipt': {
    view: 'response-receipt',
    version,
    fresh: true,
    stamping: null,
  },
  'response-form': {
    view: 'response-form',
    version,
    verifyAt: 'https://yanlu.test/verify-form?id=GX21-7F3K-92QX&revision=1&hash=abababababababab',
  },
  'response-history': {
    view: 'response-history',
    history: {
      publicId: 'GX21-7F3K-92QX',
      versions: [
        {
          ...{ ...seal, version: 2, entries: 1 },
          changes: [
            {
              ...{ kind: 'changed', measure: sealed.measure, clause: null },
              before: { ...sealed, body: '建议公布名单。', stance: 'partly' },
              after: sealed,
            },
          ],
        },
        { ...{ ...seal, entries: 1 }, changes: [] },
      ],
    },
  },
}
