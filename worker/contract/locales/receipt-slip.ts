import type { Language } from '../words'

interface SlipWords {
  title: string
  publicId: string
  queryCode: string
  measure: string
  submittedAt: string
  beijing: string
  lookUp: string
  keep: string
}

/** What a receipt says that is kept as a file. */
export const slipWords: Record<Language, SlipWords> = {
  zh: {
    title: '意见回执',
    publicId: '意见编号：',
    queryCode: '查询码：',
    measure: '针对措施：',
    submittedAt: '提交时间：',
    beijing: '（北京时间）',
    lookUp: '查询网址：',
    keep: '查询码只有您知道，请勿转给他人。本站不保存查询码原文，丢失后无法找回。',
  },
  en: {
    title: 'Receipt of a comment',
    publicId: 'Number of the comment: ',
    queryCode: 'Query code: ',
    measure: 'On the measure: ',
    submittedAt: 'Sent: ',
    beijing: ' (Beijing time)',
    lookUp: 'Look it up at: ',
    keep: 'The query code is yours alone; pass it to nobody. It is not stored as it reads and cannot be found again once it is lost.',
  },
}
