interface WrittenDay {
  month: number
  day: number
}

/** What the mails to colleagues with cases due say. */
export const reminderZh = {
  subject: (due: number, overdue: number) =>
    overdue > 0 ? `办件提醒：超期 ${overdue} 件，即将到期 ${due} 件` : `办件提醒：即将到期 ${due} 件`,
  greeting: (name: string) => `${name}，您好：`,
  summary: (due: number, overdue: number) =>
    `您名下的意见，两个工作日内到期的有 ${due} 件，已超期的有 ${overdue} 件。`,
  day: ({ month, day }: WrittenDay) => `${month} 月 ${day} 日`,
  due: (day: string) => `${day}到期`,
  late: (day: string) => `已超期（应于 ${day}前办结）`,
  line: (publicId: string, measure: string, when: string) => `${publicId}　${measure}　${when}`,
  more: (count: number) => `另有 ${count} 件，请到办件台查看。`,
  open: (consultation: string, count: number, address: string) =>
    `《${consultation}》${count} 件，办件台：${address}`,
  footer: '本邮件由系统自动发出，每个工作日至多一封，请勿回复。文中日期为北京时间。',
}

export type ReminderWords = typeof reminderZh
