import type { CommentFormValues, Frame, PublicPage } from '../../web/page'
import type { AnswerView } from '../../worker/contract/answers'
import type { CommentView, ThreadView } from '../../worker/contract/comments'
import type { FiguresView } from '../../worker/contract/figures'
import type {
  ConsultationView,
  MeasureSummary,
  MeasureView,
  PlanView,
  PublishedCounts,
  TargetView,
  ThemeView,
} from '../../worker/contract/plan'
import type { ReceiptView } from '../../worker/contract/receipts'
import type { MeasureResultView, ResultView, Totals } from '../../worker/contract/results'
import type { HeadView, InclusionView } from '../../worker/contract/transparency'
import { enterpriseSizes, participantKinds, targetOpinions } from '../../worker/contract/words'

export const frame: Frame = {
  language: 'zh',
  path: '/',
  now: '2021-04-06T03:12:00.000Z',
  isDemo: false,
}

export const consultation: ConsultationView = {
  key: '2021-work-plan',
  title: '2021年工业和信息化主要工作安排',
  titleEn: 'Work plan for industry and information technology, 2021',
  authority: '广东省工业和信息化厅',
  authorityEn: 'Department of Industry and Information Technology of Guangdong Province',
  opensAt: '2021-03-19T16:00:00.000Z',
  closesAt: '2021-04-18T16:00:00.000Z',
  phase: 'open',
  resultAt: null,
  planRevision: 1,
}

export const counts: PublishedCounts = {
  published: 138,
  byKind: { enterprise: 86, association: 9, institution: 4, individual: 39 },
  byStance: { support: 41, partly: 38, oppose: 12, suggest: 47 },
}

const summary = (key: string, title: string, published: number, targets: string[]): MeasureSummary => ({
  key,
  number: Number(key.split('.')[1]),
  title,
  shortTitle: title.slice(-6),
  shortTitleEn: `Measure ${key}`,
  published,
  targets,
})

export const themes: ThemeView[] = [
  {
    key: '3',
    number: 3,
    title: '狠抓工业投资和重大项目建设，形成工业经济新增量',
    shortTitle: '工业投资',
    shortTitleEn: 'Industrial investment',
    published: 143,
    measures: [
      summary('3.1', '全力推动工业稳投资', 38, []),
      summary('3.2', '加大设备更新和技术改造', 79, ['8500家']),
      summary('3.3', '做好重大项目跟踪服务', 26, []),
    ],
  },
  {
    key: '7',
    number: 7,
    title: '加大服务支持企业力度，激发市场主体新活力',
    shortTitle: '服务支持企业',
    shortTitleEn: 'Support for enterprises',
    published: 259,
    measures: [
      summary('7.1', '培育壮大制造业企业群', 138, ['300家', '50家', '3600家']),
      summary('7.2', '加大对民营经济、中小企业发展的支持', 121, ['2000亿元']),
    ],
  },
]

export const plan: PlanView = {
  consultation,
  counts,
  preamble: ['坚持以推动高质量发展为主题，持续深化制造业高质量发展“六大工程”。'],
  themes,
  review: {
    heading: '2020年全省工业和信息化发展情况',
    preamble: ['全年规模以上工业增加值增长1.5%。'],
    sections: [
      {
        number: 4,
        title: '加快重大项目建设和工业企业技术改造',
        text: '加快重大项目建设和工业企业技术改造。全年新推动8500家企业开展技术改造。',
        measures: ['3.2', '3.3'],
      },
    ],
  },
}

const target = (key: string, quote: string, start: number, indicator: string): TargetView => ({
  key,
  quote,
  start,
  end: start + quote.length,
  bound: 'exact',
  min: Number.parseInt(quote, 10),
  max: Number.parseInt(quote, 10),
  unit: '家',
  indicator,
  baselines: [],
  opinions: { n: 0, cells: targetOpinions.map((opinion) => ({ key: opinion, n: 0, share: null })) },
})

/** An answer with an earlier version, to the comment of {@link comment}. */
export const answer: AnswerView = {
  id: 7,
  unit: { name: '民营经济与中小企业处', nameEn: 'Private firms and SMEs' },
  versions: [
    { number: 2, text: '已采纳，认定口径以 2021 年通知为准。', publishedAt: '2021-04-20T02:00:00.000Z' },
    { number: 1, text: '正在研究。', publishedAt: '2021-04-12T02:00:00.000Z' },
  ],
  publicIds: ['GX21-7F3K-92QX'],
}

export const measure: MeasureView = {
  key: '7.1',
  number: 1,
  title: '培育壮大制造业企业群',
  shortTitle: '制造业企业群',
  shortTitleEn: 'Growing manufacturing firms',
  consultation,
  theme: {
    key: '7',
    number: 7,
    title: '加大服务支持企业力度，激发市场主体新活力',
    shortTitle: '服务支持企业',
    shortTitleEn: 'Support for enterprises',
  },
  revision: 1,
  removed: [],
  formerTargets: [],
  orphans: { items: [], hasMore: false },
  clauses: [
    { key: '7.1.1', number: 1, text: '一是培育壮大制造业企业群。', published: 12, targets: [], change: null },
    {
      key: '7.1.2',
      number: 2,
      text: '力争新培育专精特新中小企业300家、专精特新“小巨人”企业50家。',
      published: 64,
      targets: [
        target('7.1.2#1', '300家', 13, '专精特新中小企业'),
        target('7.1.2#2', '50家', 29, '专精特新“小巨人”企业'),
      ],
      change: null,
    },
  ],
  baselines: [],
  review: [{ number: 7, title: '营造良好发展环境', text: '营造良好发展环境。出台实施“中小企业26条”。' }],
  counts,
  answers: [],
  previous: { key: '6.4', shortTitle: '工业互联网', shortTitleEn: 'Industrial internet' },
  next: { key: '7.2', shortTitle: '民营和中小企业', shortTitleEn: 'Private firms and SMEs' },
}

/** A published comment of an enterprise on 7.1.2, but for what the test says. */
export function comment(change: Partial<CommentView> = {}): CommentView {
  return {
    publicId: 'GX21-7F3K-92QX',
    measureKey: '7.1',
    clauseKey: '7.1.2',
    quote: null,
    madeOn: null,
    parentId: null,
    depth: 0,
    body: '“小巨人”认定要求近两年研发费用占比不低于 3%，模具行业普遍在 2.4% 左右，建议按细分行业设档。',
    stance: 'partly',
    disposition: null,
    author: { kind: 'enterprise', name: '东莞市启明精密模具有限公司', isVerified: true },
    revision: 1,
    createdAt: '2021-04-03T01:12:00.000Z',
    replyCount: 0,
    ...change,
  }
}

/** An answer to a comment, by an individual. */
export function reply(publicId: string, parentId: string, change: Partial<CommentView> = {}): CommentView {
  return comment({
    publicId,
    parentId,
    depth: 1,
    body: '附行业 2020 年研发强度抽样，可供测算。',
    stance: 'suggest',
    author: { kind: 'individual', name: '李**', isVerified: false },
    createdAt: '2021-04-04T02:00:00.000Z',
    ...change,
  })
}

export const thread: ThreadView = {
  ...comment({ replyCount: 1 }),
  replies: [reply('GX21-7F3K-92QY', 'GX21-7F3K-92QX')],
}

export const formValues: CommentFormValues = {
  body: '模具行业的研发费用占比普遍在 2.4% 左右。',
  stance: 'partly',
  clause: '7.1.2',
  quote: '',
  parentId: '',
  planRevision: '',
  kind: 'enterprise',
  displayName: '',
  name: '东莞市启明精密模具有限公司',
  uscc: '91440101MA00007150',
  size: 'small',
  industry: 'C',
  city: '4419',
  publish: 'yes',
  showName: '',
  contact: '0769-22880000',
}

const notSaid = (keys: readonly string[]) => ({
  n: 0,
  cells: keys.map((key) => ({ key, n: 0, share: null })),
})

/** What is said of 7.1 and its first target; nobody gave a profile. */
const figures: FiguresView = {
  takenAt: '2021-04-06T03:12:00.000Z',
  consultation,
  measure: null,
  measures: [measure],
  n: 11,
  breakdowns: {
    measure: { n: 11, cells: [{ key: '7.1', n: 11, share: 1 }] },
    stance: {
      n: 11,
      cells: [
        { key: 'support', n: null, share: null },
        { key: 'partly', n: 5, share: 5 / 11 },
        { key: 'oppose', n: 0, share: 0 },
        { key: 'suggest', n: null, share: null },
      ],
    },
    kind: notSaid(participantKinds),
    size: notSaid(enterpriseSizes),
    industry: notSaid(['C']),
    city: notSaid(['4401']),
  },
  targets: [
    {
      key: '7.1.2.1',
      measure: '7.1',
      quote: '300家',
      indicator: '专精特新中小企业',
      unit: '家',
      bound: 'exact',
      min: 300,
      max: null,
      opinions: {
        n: 11,
        cells: [
          { key: 'too_high', n: 6, share: 6 / 11 },
          { key: 'fitting', n: 5, share: 5 / 11 },
          { key: 'too_low', n: 0, share: 0 },
        ],
      },
      suggested: { n: 6, lowerQuartile: 250, median: 265, upperQuartile: 280 },
    },
  ],
  silence: {
    measures: [{ key: '7.1', spoken: ['enterprise'] }],
    size: [{ key: 'small', hasSpoken: false }],
    industry: [{ key: 'C', hasSpoken: false }],
    city: [{ key: '4401', hasSpoken: false }],
  },
}

/** The receipt of a comment that waits for a moderator, but for what the test says. */
export function receipt(change: Partial<ReceiptView> = {}): ReceiptView {
  const { publicId, author, stance, body, createdAt } = comment()
  return {
    publicId,
    state: 'pending',
    revision: 1,
    measure: { key: '7.1', title: measure.title },
    clause: { key: '7.1.2', text: measure.clauses[1]?.text ?? '' },
    quote: null,
    parentId: null,
    author,
    stance,
    body,
    targets: [],
    profile: null,
    outcome: null,
    consentPublish: true,
    createdAt,
    dueAt: '2021-04-07T16:00:00.000Z',
    reviewDays: 2,
    delay: null,
    hidden: [],
    journey: [{ at: createdAt, step: 'received', revision: 1, reason: null, note: null }],
    mayResubmit: false,
    mayAppeal: false,
    appealUntil: null,
    isAppealOpen: false,
    answer: null,
    ...change,
  }
}

const head: HeadView = { size: 1024, root: 'a1'.repeat(32), sealedAt: '2021-04-06T03:11:00.000Z' }

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

const totals: Totals = {
  received: 3,
  states: { pending: 0, published: 2, private: 0, returned: 0, rejected: 1, withdrawn: 0 },
  channels: { online: 3, letter: 0, email: 0, hotline: 0, meeting: 0, department: 0 },
  admissible: 2,
  kinds: { enterprise: 1, association: 0, institution: 0, individual: 1 },
  dispositions: { adopted: 1, partly: 0, not_adopted: 1, already_covered: 0, out_of_scope: 0, passed_on: 0 },
  undisposed: 0,
}
const measureResult: MeasureResultView['measure'] = {
  key: '7.1',
  number: 1,
  title: '培育壮大制造业企业群',
  shortTitle: '制造业企业群',
  shortTitleEn: 'Growing manufacturing firms',
  theme: 7,
  admissible: 2,
  dispositions: totals.dispositions,
  undisposed: 0,
  changes: 1,
}
const result: ResultView = {
  consultation: { ...plan.consultation, phase: 'closed', resultAt: '2021-05-20T02:00:00.000Z' },
  result: {
    publishedAt: '2021-05-20T02:00:00.000Z',
    planRevision: 2,
    totals,
    override: null,
    measures: [measureResult],
  },
}

/** One page of every view, as the Worker would ask for it. */
export const pages: { [View in PublicPage['view']]: Extract<PublicPage, { view: View }> } = {
  home: { view: 'home', plan },
  measure: {
    view: 'measure',
    plan,
    measure,
    comments: { items: [thread], next: 'cursor', answers: [answer] },
    filter: { sort: 'newest' },
  },
  results: { view: 'results', ...result },
  'open-data': {
    view: 'open-data',
    data: {
      key: 'work-plan-2021',
      title: '2021年主要工作安排',
      titleEn: 'Work plan for 2021',
      snapshotAt: '2021-04-06T03:11:00.000Z',
      tables: [
        {
          name: 'comments',
          zh: '意见明细',
          en: 'Comments',
          columns: [
            {
              name: 'public_id',
              zh: '意见编号',
              en: 'Public id',
              meaningZh: '意见的公开编号，不会改变。',
              meaningEn: 'Public id of the comment; never changes.',
            },
          ],
        },
      ],
      newest: { sha256: 'a1'.repeat(32), bytes: 1_234_567, rows: 60 },
    },
  },
  report: {
    view: 'report',
    text: {
      title: '公开征求意见采纳情况报告',
      internal: null,
      draft: null,
      sections: [{ heading: '一、征集概况', paragraphs: ['共收到意见3件。'] }],
      heads: ['序号', '意见编号', '提出主体', '针对条款', '意见内容', '采纳情况', '理由及修改后表述'],
      date: '2021年5月20日',
    },
    rows: [
      {
        number: 1,
        publicId: 'GX21-7F3K-92QX',
        author: '个人 朱**',
        place: '7.1.2 力争新培育专精特新中小企业300家。',
        body: '目标可以再高一些。',
        disposition: '采纳',
        reason: '意见合理。',
      },
    ],
    authority: '广东省工业和信息化厅',
  },
  'measure-result': {
    view: 'measure-result',
    ...result,
    query: {},
    measure: measureResult,
    changes: [{ key: '7.1.2', kind: 'amend', before: '300家。', after: '360家。' }],
    privateCount: 0,
    rows: { items: [], next: null },
  },
  revisions: {
    view: 'revisions',
    revisions: {
      published: 2,
      items: [
        {
          number: 2,
          note: '根据第一批意见修改。',
          publishedAt: '2021-04-20T02:00:00.000Z',
          measures: [
            {
              key: '7.1',
              number: 1,
              title: '培育壮大制造业企业群',
              shortTitle: '制造业企业群',
              shortTitleEn: 'Growing manufacturing firms',
              changes: [
                {
                  id: 1,
                  revision: 2,
                  kind: 'amend',
                  clauseKey: '7.1.2',
                  before: '力争新培育专精特新中小企业300家。',
                  after: '力争新培育专精特新中小企业360家，并公布名单。',
                  reason: '',
                  comments: ['GX21-7F3K-92QX'],
                  hasMore: false,
                },
              ],
            },
          ],
        },
      ],
    },
  },
  comment: {
    view: 'comment',
    context: {
      comment: thread,
      ancestors: [],
      replies: thread.replies,
      next: null,
      answers: [answer],
      measure,
      clause: measure.clauses[1] ?? null,
      clauseNow: measure.clauses[1]?.text ?? null,
      changes: [],
      consultation,
    },
  },
  'comment-form': {
    view: 'comment-form',
    measure,
    parent: null,
    isMailed: false,
    values: formValues,
    errors: {},
    refusal: null,
  },
  'comment-preview': {
    view: 'comment-preview',
    measure,
    parent: null,
    values: formValues,
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
    queryCode: '7F3K-92QX-M4TB',
    fresh: true,
    seal,
    resubmission: null,
    appeal: null,
  },
  search: {
    view: 'search',
    query: '研发',
    result: {
      query: '研发',
      items: [comment()],
      next: null,
      measures: [{ key: '7.1', clauseKey: '7.1.2', title: measure.title, text: '研发' }],
      review: [],
    },
    errors: {},
    refusal: null,
  },
  transparency: { view: 'transparency', heads: { head, items: [head], next: null } },
  policy: {
    view: 'policy',
    policy: {
      reviewDays: 2,
      secondLook: 'all',
      reasons: [
        {
          id: 'unclear',
          decision: 'return',
          zh: '请写明您的建议。',
          en: 'Please say what you suggest.',
          mayResubmit: true,
        },
        {
          id: 'off_topic',
          decision: 'reject',
          zh: '与本次征集无关。',
          en: 'Not about this plan.',
          mayResubmit: false,
        },
      ],
    },
  },
  'moderation-log': {
    view: 'moderation-log',
    query: {},
    figures: {
      months: [
        {
          month: '2021-03',
          received: 120,
          published: 96,
          redacted: 4,
          returned: 6,
          rejected: 2,
          rejectedBy: [
            { reason: { id: 'off_topic', zh: '与本次征集无关。', en: 'Not about this plan.' }, count: 2 },
          ],
          overturned: 1,
          medianMinutes: 190,
        },
      ],
    },
    log: {
      items: [
        {
          at: '2021-03-22T02:00:00.000Z',
          publicId: 'GX21-7F3K-92QX',
          measure: { key: '7.1', shortTitle: '企业群', shortTitleEn: 'Groups of enterprises' },
          decision: 'reject',
          reason: { id: 'off_topic', zh: '与本次征集无关。', en: 'Not about this plan.' },
          redactions: [],
          text: '一段无关的话。',
          isPublic: false,
        },
      ],
      next: 'cursor',
    },
  },
  figures: { view: 'figures', figures },
  error: { view: 'error', code: 'not_found', requestId: '9f1c2a7e41d0' },
}
