import type { FiguresView } from '../../../worker/contract/figures'
import { enterpriseSizes, participantKinds } from '../../../worker/contract/words'
import { comment, thread } from './comments'
import { answer, measure } from './measure'
import type { Pages } from './pages'
import { consultation, plan } from './plan'

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

export const readingPages = {
  home: { view: 'home', plan },
  consultations: {
    view: 'consultations',
    list: {
      open: [{ ...consultation, measures: 35, received: 152, published: 138 }],
      upcoming: [
        {
          ...consultation,
          key: '2022-work-plan',
          title: '2022年工业和信息化主要工作安排',
          titleEn: 'Work plan for industry and information technology, 2022',
          opensAt: '2021-04-30T16:00:00.000Z',
          closesAt: '2021-05-14T16:00:00.000Z',
          phase: 'not_open',
          isCurrent: false,
          participants: 'organisations',
          hasReplies: false,
          shortPeriodReason: '与预算编制时间衔接。',
          measures: 5,
          received: 0,
          published: 0,
        },
      ],
      closed: [],
      answered: [],
    },
  },
  measure: {
    view: 'measure',
    plan,
    measure,
    comments: { items: [thread], next: 'cursor', answers: [answer] },
    filter: { sort: 'newest' },
  },
  comment: {
    view: 'comment',
    context: {
      comment: thread,
      isSupported: null,
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
  figures: { view: 'figures', figures },
  error: { view: 'error', code: 'not_found', requestId: '9f1c2a7e41d0' },
} satisfies Partial<Pages>
