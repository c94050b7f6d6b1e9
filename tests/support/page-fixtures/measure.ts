import type { AnswerView } from '../../../worker/contract/answers'
import type { MeasureView, TargetView } from '../../../worker/contract/plan'
import { targetOpinions } from '../../../worker/contract/words'
import { consultation, counts } from './plan'

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
  was: null,
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
    {
      key: '7.1.1',
      number: 1,
      text: '一是培育壮大制造业企业群。',
      published: 12,
      byStance: { support: 2, partly: 3, oppose: 1, suggest: 6 },
      targets: [],
      change: null,
    },
    {
      key: '7.1.2',
      number: 2,
      text: '力争新培育专精特新中小企业300家、专精特新“小巨人”企业50家。',
      published: 64,
      byStance: { support: 20, partly: 20, oppose: 4, suggest: 20 },
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
