import type { Decision } from '../words'

interface WrittenMoment {
  year: number
  month: number
  day: number
  hour: number
  minute: number
}

const two = (number: number) => String(number).padStart(2, '0')

/** What the mails to authors say. */
export const mailZh = {
  day: ({ year, month, day }: WrittenMoment) => `${year} 年 ${month} 月 ${day} 日`,
  clock: ({ hour, minute }: WrittenMoment) => `${two(hour)}:${two(minute)}`,
  greeting: '您好：',
  about: (day: string, measure: string, publicId: string) =>
    `您 ${day}对“${measure}”提出的意见（编号 ${publicId}）`,
  decided: (about: string) => `${about}已有审核结果。`,
  appealDecided: (about: string) => `${about}，申诉已有结果。申诉由未经手过这条意见的审核员审核。`,
  outcome: '审核结果',
  appealOutcome: '申诉结果',
  outcomes: {
    publish: '审核通过，已公开',
    redact: '隐去部分内容后公开',
    return: '退回修改',
    reject: '不予发布',
    restore: '恢复发布',
    uphold: '维持原决定',
  } satisfies Record<Decision, string>,
  acceptedInPrivate: '审核通过，按您的选择不公开',
  at: '审核时间',
  reason: '理由',
  note: '审核员说明',
  appealNote: '审核员答复',
  hidden: '已隐去',
  hiddenPart: (reason: string, count: number) => `${reason} ${count} 处`,
  hiddenJoin: '、',
  next: '接下来',
  resubmit: (day: string, days: number) =>
    `您可以在 ${day} 24:00 之前修改后重新提交。我们收到后 ${days} 个工作日内审核。`,
  appeal: (day: string) => `如不同意这项决定，您可以在 ${day} 24:00 之前申诉一次，由另一位审核员审核。`,
  noMore: '这条意见的申诉已经办结，不再受理新的申诉。',
  lookup: '查询办法',
  lookupAt: (address: string) => `打开下面的地址，输入查询码。\n${address}`,
  lookupBySite: (publicId: string) => `在本站“查询回执”页输入编号 ${publicId} 和查询码。`,
  code: '邮件中不含查询码。请使用您提交意见时保存的查询码，不要把它转给他人。',
  delaySubject: '审核时间延后',
  delayed: (about: string, day: string) =>
    `${about}仍在等待审核。审核时间延后，预计不晚于 ${day} 24:00 完成。`,
  delayDefault: '近期意见较多，未能按原定时间审核完毕，敬请谅解。意见按提交先后逐条审核，无需重复提交。',
  resultSubject: '采纳情况已公布',
  resultTold: (about: string, day: string) => `${about}的采纳情况已于 ${day}公布。`,
  disposition: '采纳情况',
  resultReason: '理由、据此作出的修改和答复（如有），见回执页。',
  footer: '本邮件由系统自动发出，请勿回复。文中时间均为北京时间。',
  line: (label: string, value: string) => `${label}：${value}`,
  subject: (publicId: string, what: string) => `意见 ${publicId}：${what}`,
}

export type MailWords = typeof mailZh
