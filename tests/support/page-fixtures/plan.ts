import type { Frame } from '../../../web/page'
import type {
  ConsultationView,
  MeasureSummary,
  PlanView,
  PublishedCounts,
  ThemeView,
} from '../../../worker/contract/plan'
import { sayBeside } from '../../../worker/services/privacy/say-beside'

export const frame: Frame = {
  language: 'zh',
  textSize: 'standard',
  path: '/',
  base: '',
  consultation: '2021-work-plan',
  now: '2021-04-06T03:12:00.000Z',
  isDemo: false,
  isSignedIn: false,
  beside: (key) => sayBeside('zh', key),
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
  isCurrent: true,
  participants: 'everybody',
  hasReplies: true,
  moderation: 'before',
  shortPeriodReason: null,
  shortPeriodReasonEn: null,
  extensionReason: null,
  labels: {},
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
