import { chineseNumeral } from '../../lib/numerals'
import { accountsZh } from './accounts.zh'
import { codingZh } from './coding.zh'
import { decidedZh } from './decided.zh'
import { decisionZh } from './decision.zh'
import { exportsZh } from './exports.zh'
import { itemZh } from './item.zh'
import { officeZh } from './office.zh'
import { queueZh } from './queue.zh'
import { resultsZh } from './results.zh'

export const zh = {
  ...accountsZh,
  ...queueZh,
  ...officeZh,
  ...resultsZh,
  ...itemZh,
  ...decisionZh,
  ...decidedZh,
  ...codingZh,
  ...exportsZh,
  product: '言路',
  skip: '跳到主要内容',
  account: '当前账号',
  signOut: '退出登录',
  publicSite: '公开网站',
  deskNames: {
    moderation: '审核台',
    deadlines: '时限',
    settings: '设置',
    cases: '办件台',
    coding: '意见归类',
    revisions: '条文修订',
    answers: '答复台',
    offline: '线下意见',
    staff: '统计与导出',
    figures: '意见分析',
    enterprises: '单位核验',
    results: '公布结果',
    consultations: '征集管理',
    people: '人员',
    account: '我的账号',
    signIn: '工作人员登录',
  },
  nav: '工作台',
  moreDesks: (current: string | undefined) => (current ? `更多 · ${current}` : '更多'),
  consultation: '征集',
  retry: '重试',
  close: '关闭',
  loading: '正在载入……',
  failed: '没有载入成功',
  offline: '网络已断开。已载入的内容仍可阅读，恢复连接后再提交。',
  transport: {
    offline: '无法连接服务器，请检查网络后重试。',
    no_answer: '服务器没有回应，请稍后重试。',
  },

  signIn: {
    heading: '工作人员登录',
    intro: '供审核员和各处室工作人员使用。提交意见、查询回执无需登录。',
    email: '邮箱',
    password: '密码',
    showPassword: '显示密码',
    submit: '登录',
    submitting: '正在登录……',
    emailMissing: '请填写邮箱。',
    passwordMissing: '请填写密码。',
    problem: '登录没有成功',
    errorPrefix: '错误：',
    expired: '请先登录，登录后回到刚才的页面。',
  },
  lacking: {
    heading: '您的账号不能使用这一页',
    text: (name: string, role: string) =>
      `您以“${name}”（${role}）登录，这一页需要其他权限。如需开通，请联系管理员。`,
    own: (desk: string) => `前往${desk}`,
    other: '换一个账号登录',
  },
  missing: { heading: '没有这一页', text: '地址可能有误，或这一页已经移走。', back: '返回工作台' },

  staff: {
    heading: '统计与导出',
    intro: '收到的全部意见，不论是否公开。',
    caution: '征集不是投票，也不是抽样。',
    cautionText: '以下数字只说明收到了什么，不代表社会总体看法，也不作为取舍的依据。',
    reconcile: '总数核对',
    received: '收到',
    open: '待办',
    equation: { published: '已公开', private: '接收不公开', rejected: '不予发布', withdrawn: '已撤回' },
    openParts: (pending: string, returned: string) => `待审核 ${pending}（初审和复核）＋退回待改 ${returned}`,
    balanced: '核对相符',
    unbalanced: (left: string, right: string) =>
      `核对不符：收到 ${left}，各项合计 ${right}。请联系管理员，导出前先查明原因。`,
    measuresDiffer: (left: string, right: string) =>
      `分项不符：收到 ${left}，各项措施合计 ${right}。请联系管理员，导出前先查明原因。`,
    table: '各项措施的意见数',
    measure: '措施',
    byState: '审核状态',
    byKind: '参与人',
    returnedShort: '退回待改',
    privateShort: '接收不公开',
    theme: (number: number) => `主题${chineseNumeral(number)}`,
    total: '合计',
    empty: '还没有收到意见',
    emptyText: '没有意见也是正常的结果。收到后，这里会按措施列出。',
    sideways: '表格较宽，可左右滑动查看。',
    updated: (time: string) => `统计于 ${time}`,
    refresh: '刷新',
    export: '导出意见',
    exportIntro: '按条件导出收到的意见，不选即为全部。日期按北京时间的提交日期，首尾两天都包括在内。',
    filterMeasure: '措施',
    filterKind: '参与人',
    filterState: '审核状态',
    any: '全部',
    from: '起始日期',
    to: '截止日期',
    reversed: '截止日期不能早于起始日期。',
    csv: '下载 CSV',
    csvHint: 'UTF-8 编码，Excel 和 WPS 可直接打开',
    xlsx: '下载 XLSX',
    xlsxHint: 'Excel 工作簿，含各张汇总表',
    dictionary: '下载数据字典',
    dictionaryHint: '说明每一列的含义和取值',
    confidential: '导出文件含未公开的意见，请按内部资料保管。',
  },
}

export type DeskWords = typeof zh
