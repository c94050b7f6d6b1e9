import { type DemoComment, person } from './demo-comment'
import { organisations as by } from './organisations'

const letter =
  '请在工作安排中写明：帮助中小企业获得的 2000 亿元融资支持中，信用贷款占比不低于三成，首贷户单独统计，并按季度公布发放到各市的户数和金额，让企业看得见、够得着，也便于社会监督。'
const letterOn = {
  measure: '7.2',
  clause: '7.2.3',
  stance: 'suggest',
  publish: true,
  outcome: null,
} as const

/** What shows the desk at work: form letters, personal data, hidden passages, a second look that waits, an appeal. */
export const atTheDesk: DemoComment[] = [
  { ...letterOn, ref: 'letter-1', body: letter, participant: by.renjiang, daysAgo: 0.62 },
  { ...letterOn, ref: 'letter-2', body: letter, participant: person('开模具的阿坚'), daysAgo: 0.6 },
  { ...letterOn, ref: 'letter-3', body: letter, participant: by.rongcheng, daysAgo: 0.58 },
  {
    ...letterOn,
    ref: 'letter-4',
    body: letter.replace('三成', '三分之一').replace('也便于', '便于'),
    participant: person('小厂会计'),
    daysAgo: 0.5,
  },
  {
    ...letterOn,
    ref: 'letter-with-more',
    body: `${letter}另外，请同时取消担保费补贴。`,
    participant: person(),
    daysAgo: 0.45,
  },
  {
    ref: 'mentors-call-me',
    measure: '7.3',
    body: '示范基地的导师名单去年就没有更新，打过去说人已调走。建议每季度核对一次，并公布意见渠道。详情可打我电话 １３８ ００１３ ８０００。',
    stance: 'suggest',
    participant: person('创业五年'),
    publish: true,
    daysAgo: 0.35,
    outcome: null,
  },
  {
    ref: 'talent-subsidy-number',
    measure: '1.2',
    body: '申报“千企智造·智汇行动”人才补贴时，系统提示身份证 11010519491231002X 已被他人使用。请改进查重办法，不要让人反复跑窗口。',
    stance: 'partly',
    participant: person('返乡工程师'),
    publish: true,
    daysAgo: 0.25,
    outcome: null,
  },
  {
    ref: 'joint-purchasing',
    measure: '2.1',
    clause: '2.1.1',
    body: '我会去年组织会员联合采购原料，议价比单家高得多，具体做法可以找秘书处林志远了解，电话 13800138000。建议把联合采购写入集群培育措施，给予起步补助。',
    stance: 'suggest',
    participant: by.yuedongTextile,
    publish: true,
    daysAgo: 3.6,
    outcome: {
      decision: 'redact',
      reason: 'passages_hidden',
      note: '已隐去联系人的姓名和电话，其余内容照原文公开。',
      hide: [
        { words: '林志远', reason: 'person' },
        { words: '13800138000', reason: 'contact' },
      ],
    },
  },
  {
    ref: 'subsidy-not-paid',
    measure: '3.2',
    body: '我们厂的技改补助前年就公示了，到今天没有到账，跑了四趟都说再等等。请省厅直接过问，把我们这一笔先拨下来。',
    stance: 'oppose',
    participant: person('等补助的老陈'),
    publish: true,
    daysAgo: 0.8,
    outcome: { decision: 'reject', reason: 'individual_case', waitsForSecond: true },
  },
  {
    ref: 'park-network',
    measure: '6.4',
    body: '园区的宽带三天两头掉线，云上的排产软件打不开，报修没有人管。请把园区网络质量列入考核。',
    stance: 'suggest',
    participant: person('车间调度'),
    publish: true,
    daysAgo: 4.2,
    outcome: {
      decision: 'reject',
      reason: 'off_topic',
      note: '宽带故障请向运营商报修。',
      appeal: {
        daysLater: 3.7,
        text: '我不是报修。没有稳定的网络就谈不上工业互联网，我建议的是把园区网络质量列入考核，与这项措施直接有关，请再看一次。',
      },
    },
  },
]
