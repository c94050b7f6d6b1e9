import type { ClauseChangeKind, FollowFrequency } from '../words'

/** What the mails to followers say; the feeds say the same of what is new. */
export const followMailZh = {
  confirmSubject: (title: string) => `请确认关注《${title}》`,
  confirm: (title: string) => `有人用这个邮箱申请关注《${title}》。如果是您本人，请打开下面的链接确认：`,
  pending: (names: string) => `申请关注的内容：${names}。`,
  notYou: '如果不是您本人，不必理会。未确认的申请 7 天后自动删除，不会再发送其他内容。',
  manageSubject: (title: string) => `管理对《${title}》的关注`,
  alreadyFollowing: (title: string) => `这个邮箱已经关注《${title}》。修改频率、关注内容或者退订，请打开：`,
  subjects: { all: '全部内容', answers: '主管部门的答复', results: '采纳情况' },
  theme: (name: string) => `主题“${name}”`,
  measure: (key: string, name: string) => `措施 ${key}“${name}”`,
  join: '、',
  digestSubject: (title: string, what: string) => `《${title}》：${what}`,
  newComments: (count: string) => `${count} 条新意见`,
  newAnswers: (count: string) => `${count} 条答复`,
  newChanges: (count: string) => `${count} 项措施的条文有修改`,
  newResult: '采纳情况已公布',
  intro: (title: string) => `您关注的《${title}》有新的内容。`,
  result: (received: string, admissible: string) => `共收到意见 ${received} 条，纳入办理 ${admissible} 条。`,
  disposed: (disposition: string, count: string) => `${disposition} ${count} 条`,
  place: (key: string, name: string) => `${key} ${name}`,
  clause: (number: string) => `第 ${number} 句`,
  change: {
    amend: (clause: string) => `${clause}修改为：`,
    add: (clause: string) => `新增${clause}：`,
    remove: (clause: string) => `${clause}已删除，原文是：`,
  } satisfies Record<ClauseChangeKind, (clause: string) => string>,
  revision: (number: number) => `第 ${number} 版修改了条文`,
  answer: (by: string) => `${by}答复`,
  comment: (by: string, stance: string) => `${by}（${stance}）`,
  repliesTo: (by: string, beginning: string) => `回复 ${by}：“${beginning}”`,
  suggests: (clause: string, wording: string) => `建议将${clause}改为：${wording}`,
  annexed: (summary: string) => `保密附件摘要：${summary}`,
  /** After a comment that is public before a moderator read it. */
  unconfirmed: '（待审核）',
  moreComments: (count: string) => `……还有 ${count} 条意见`,
  moreAnswers: (count: string) => `……还有 ${count} 条答复`,
  often: {
    at_once: '您选择的频率：即时。',
    daily: '您选择的频率：每日。',
    weekly: '您选择的频率：每周。',
  } satisfies Record<FollowFrequency, string>,
  manage: '修改频率或关注内容',
  end: '退订',
  footer: '本邮件由系统自动发出，请勿回复。链接只供您本人使用，请勿转给他人。',
  feeds: {
    measure: (key: string, name: string) => `措施 ${key} ${name}`,
    answers: '主管部门的答复',
    results: '采纳情况',
    revisions: '条文修改',
  },
  commentBy: (by: string, key: string) => `${by}对 ${key} 的意见`,
  answerOn: (by: string, key: string) => `${by}对 ${key} 的答复`,
  changedIn: (number: number, key: string) => `第 ${number} 版修改了 ${key}`,
}

export type FollowMailWords = typeof followMailZh
