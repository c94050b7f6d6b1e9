/** The receipt's place in the sealed log; also loaded by the check that runs in the browser. */
export const sealZh = {
  heading: '这条意见在公开存证中的位置',
  lead: '这条意见的办理经过逐步记入只能添加、不能修改的记录，并定期封存。封存之后，任何删改都能被查出。',
  actions: {
    'comment.submitted': '收到意见',
    'comment.resubmitted': '收到修改稿',
    'comment.published': '审核通过，公开',
    'comment.private': '审核通过，不公开',
    'comment.redacted': '隐去部分文字后公开',
    'comment.returned': '退回修改',
    'comment.rejected': '不予发布',
    'comment.restored': '恢复发布',
    'comment.upheld': '维持原决定',
    'comment.appealed': '收到申诉',
    'original.read': '指定岗位查阅原文',
  } as Record<string, string>,
  place: (number: string) => `第 ${number} 条记录`,
  newest: (size: string, moment: string) => `最新一次封存：${moment}，共 ${size} 条记录，封存值`,
  waiting: '将在下一次封存时列入。',
  moreWaiting: (count: string) => `另有 ${count} 条记录将在下一次封存时列入。`,
  check: '现在核对',
  checkHint: '由您的浏览器自己计算，并记住这次的封存值，供下次比对。',
  about: '了解公开存证，核对全部记录',
  checking: '正在核对，请稍候。',
  sound: (entries: string, size: string) => `核对无误：这 ${entries} 条记录都在共 ${size} 条的存证之中。`,
  noneYet: '这条意见的记录还没有封存，将在下一次封存时列入。',
  since: (moment: string, size: string) =>
    `与您 ${moment} 核对时的存证（共 ${size} 条）前后相接，其间没有删改。`,
  remembered: '本浏览器已记住这次的封存值，下次核对时一并比对。',
  altered: {
    entry: '核对不通过：有一条记录的内容与它的封存值不符。',
    place: '核对不通过：有一条记录不在它应在的位置。',
    history: '核对不通过：您上次核对之后，此前的记录被改动过。',
    shrunk: '核对不通过：现在的记录比您上次核对时少。',
  },
  alteredHint: '请保存或打印本页，并向主管部门反映。',
  unable: '在当前的浏览器或者连接方式下无法计算。请通过 https 访问，或按“公开存证”页的说明核对。',
  unreachable: '暂时连接不上，没有核对成功。请稍后再试。',
}

export type SealWords = typeof sealZh
