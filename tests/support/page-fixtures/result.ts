import type { MeasureResultView, ResultView, Totals } from '../../../worker/contract/results'
import type { Pages } from './pages'
import { plan } from './plan'

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

export const resultPages = {
  results: { view: 'results', ...result },
  'measure-result': {
    view: 'measure-result',
    ...result,
    query: {},
    measure: measureResult,
    changes: [{ key: '7.1.2', kind: 'amend', before: '300家。', after: '360家。' }],
    privateCount: 0,
    rows: { items: [], next: null },
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
} satisfies Partial<Pages>
