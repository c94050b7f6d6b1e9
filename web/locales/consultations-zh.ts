import type { ParticipantRule } from '../../worker/contract/words'

/** The list of consultations, and what is said of one's rules. */
export const consultationsZh = {
  title: '全部征集',
  lead: '正在征集、即将开始和已经结束的各次征集。已结束的，意见和采纳情况继续公开。',
  groups: {
    open: '征集中',
    upcoming: '未开始',
    closed: '已结束',
    answered: '已公布结果',
  },
  none: '目前没有正在征集意见的事项。',
  opens: '开始',
  closes: '截止',
  closed: '已截止',
  result: '公布结果',
  counts: (measures: number, received: string, published: string) =>
    `${measures} 项措施，收到意见 ${received} 条，已公开 ${published} 条`,
  toResult: '查看采纳情况',
  current: '当前征集',
  rules: '参与办法',
  participants: {
    everybody: '企业、协会、机构和个人均可提意见。',
    organisations: '只接受企业、协会和机构的意见。',
    verified: '只接受已核验单位的意见，请登录单位账号后提交。',
  } satisfies Record<ParticipantRule, string>,
  noReplies: '本次征集不开放回复。',
  shortPeriod: '征集时间不足 30 天的原因：',
  shortAtFirst: '原定征集时间不足 30 天的原因：',
  extension: '截止时间已延长，原因：',
}

export type ConsultationWords = typeof consultationsZh
