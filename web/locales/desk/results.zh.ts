import type { GateBlocker, OverridableBlocker } from '../../../worker/contract/results'

/** `/desk/results`: what is left before the result can be published. */
export const resultsZh = {
  results: {
    heading: '公布结果',
    intro:
      '每一条应予处理的意见都有采纳情况、各项数字相符之后，才能公布结果。公布之后，提交人凭回执可以看到本人意见的采纳情况。',
    left: '还差',
    leftUnit: '条意见没有采纳情况',
    nothingLeft: '应予处理的意见都有了采纳情况',
    progress: (done: string, all: string) => `已处理 ${done} 条，共 ${all} 条`,
    checks: '公布前的检查',
    ok: '符合',
    notYet: '未符合',
    overridable: '可以说明理由后先行公布',
    check: {
      not_closed: '征集已经截止',
      unreconciled: '收到、审核、采纳各项数字相符',
      unpublished_changes: '采纳所对应的修改都已随新一版公布',
      pending: '没有待审核的意见',
      open_reviews: '没有待复核的决定和待答复的申诉',
      undisposed: '应予处理的意见都有采纳情况',
    } satisfies Record<GateBlocker, string>,
    detail: {
      not_closed: (moment: string) => `${moment} 截止`,
      pending: (count: string) => `${count} 条待审核`,
      open_reviews: (count: string) => `${count} 件待办`,
      unpublished_changes: (count: string) => `${count} 处修改尚未公布`,
      undisposed: (count: string) => `${count} 条没有采纳情况`,
    },
    equation: '数字核对',
    received: '收到',
    admissible: '应予处理',
    where: '尚未办结的措施',
    open: (count: string) => `${count} 条`,
    publish: '公布结果',
    count: '核对数字',
    counted: (admissible: string) => `将公布 ${admissible} 条意见的采纳情况。公布后不能收回。`,
    countedEarly: (admissible: string, left: string) =>
      `将公布 ${admissible} 条意见的结果，尚有：${left}。公布后不能收回，上述数字、理由和您的姓名将一并公布。`,
    leftPart: (what: string, count: string) => `${what} ${count}`,
    leftJoin: '、',
    leftNames: {
      pending: '待审核',
      open_reviews: '复核和申诉未办结',
      undisposed: '没有采纳情况',
    } satisfies Record<OverridableBlocker, string>,
    confirm: '确认公布',
    cancel: '取消',
    override: '先行公布的理由',
    overrideHint: '理由会与结果一起公布。请写明依据和后续安排。',
    overrideMissing: '请写明先行公布的理由。',
    notYours: '事项办结之前，只有管理员可以说明理由后先行公布。',
    notHead: '结果由处室负责人或者管理员公布。',
    published: (moment: string) => `结果已于 ${moment} 公布。`,
    see: '查看公布的结果',
    refresh: '刷新',
  },
}
export type ResultsWords = typeof resultsZh
