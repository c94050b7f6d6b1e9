import type { ExportRow } from './export-row'

export interface Meaning {
  zh: string
  en: string
}

/** What each column holds, for the data dictionary. */
export const columnMeanings: Record<keyof ExportRow, Meaning> = {
  publicId: { zh: '意见的公开编号，不会改变。', en: 'Public id of the comment; never changes.' },
  revision: {
    zh: '意见内容的版本，首次提交为 1，每次修改后重新提交加 1。',
    en: 'Version of the text: 1 when first submitted, one more at each resubmission.',
  },
  state: { zh: '导出时意见所处的状态。', en: 'State of the comment when exported.' },
  themeNumber: { zh: '所属主题的序号。', en: 'Number of the theme.' },
  themeTitle: { zh: '所属主题的标题。', en: 'Title of the theme.' },
  measureKey: { zh: '所属措施的编号：主题序号.措施序号。', en: 'Key of the measure: theme.measure.' },
  measureTitle: { zh: '所属措施的标题。', en: 'Title of the measure.' },
  clauseKey: {
    zh: '所针对条款的编号：主题序号.措施序号.条款序号；空白表示针对整项措施。',
    en: 'Key of the clause: theme.measure.clause; blank if the comment is on the measure as a whole.',
  },
  clauseText: { zh: '所针对条款的原文。', en: 'Text of the clause.' },
  parentPublicId: {
    zh: '本条所回复的意见的编号；空白表示不是回复。',
    en: 'Public id of the comment replied to; blank if this is not a reply.',
  },
  participantKind: {
    zh: '企业、协会、机构或者个人，由参与人自选。',
    en: 'Enterprise, association, institution or individual, as chosen by the author.',
  },
  organisationName: {
    zh: '单位名称，由参与人填写；个人为空白。',
    en: 'Name of the organisation as entered by the author; blank for individuals.',
  },
  uscc: {
    zh: '统一社会信用代码，18 位，已通过校验位检查；个人为空白。',
    en: 'Unified social credit code, 18 characters, check characters verified; blank for individuals.',
  },
  isVerified: {
    zh: '是否已核验参与人属于该单位。校验位正确不等于已核验。个人为空白。',
    en: 'Whether it was verified that the author belongs to the organisation; a right check character alone proves nothing. Blank for individuals.',
  },
  displayName: {
    zh: '个人填写的显示名；未填写或者单位提交的为空白。含个人信息，仅限内部使用。',
    en: 'Display name of an individual; blank if none was given or for organisations. Personal data, internal use only.',
  },
  showName: {
    zh: '个人是否同意完整公开显示名；“否”则公开时只显示首字。单位为空白。',
    en: 'Whether an individual agreed to the display name being public in full; otherwise it is masked. Blank for organisations.',
  },
  consentPublish: {
    zh: '参与人是否同意公开意见内容；“否”则任何情况下不公开。',
    en: 'Whether the author agreed to publication; if not, the comment is never public.',
  },
  stance: {
    zh: '参与人对措施的态度：支持、部分支持、反对、建议。征集不是投票，此列不宜用于推断公众态度。',
    en: 'Stance of the author: support, partly, oppose, suggest. A consultation is not a vote and not a sample.',
  },
  body: {
    zh: '意见全文，含原有换行，最多 5000 字。Excel 文件中超过单元格上限的部分从略，以 CSV 文件为准。',
    en: 'Full text with its line breaks, at most 5,000 characters. What exceeds the cell limit of Excel is cut in XLSX; the CSV has all of it.',
  },
  characters: {
    zh: '意见内容的字数，一个汉字、字母、标点或者表情计 1。',
    en: 'Length of the text in characters as people count them.',
  },
  hiddenCount: {
    zh: '意见内容中被隐去的处数。隐去之处以〔已隐去：原因〕表示，本文件不含被隐去的原文。',
    en: 'Number of passages hidden in the text, each shown as 〔已隐去：reason〕; the words behind them are not in this file.',
  },
  replyCount: { zh: '导出时本条之下已公开的回复数。', en: 'Number of published replies when exported.' },
  contact: {
    zh: '参与人填写的手机号、固定电话或者电子邮箱，可为空白。属个人信息，仅供主管部门办理本条意见时与参与人联系，不公开；征集结束满 12 个月后自动删除。',
    en: 'Phone or e-mail left by the author, if any. Personal data, used only by the department to reach the author while it handles this comment; never published; deleted automatically once 12 months have passed since the consultation ended.',
  },
  createdAt: { zh: '首次提交的时间，北京时间。', en: 'When first submitted, Beijing time.' },
  decidedAt: {
    zh: '最近一次审核的时间，北京时间；尚未审核的为空白，下同。',
    en: 'When last decided on, Beijing time; blank while undecided, as in the columns that follow.',
  },
  decision: { zh: '最近一次审核的决定。', en: 'The latest decision.' },
  reasonId: {
    zh: '审核理由的代码，不随措辞改变，适合统计。',
    en: 'Stable id of the reason: use this for counting, the wording may change.',
  },
  reasonText: {
    zh: '审核理由的内容，以作出决定时的措辞为准。',
    en: 'Wording of the reason, as it was when the decision was taken.',
  },
  note: { zh: '审核员写给参与人的补充说明。', en: 'Note from the moderator to the author.' },
  moderator: { zh: '作出最近一次审核决定的审核员。', en: 'Who took the latest decision.' },
  decidedCount: {
    zh: '已经生效的审核决定的次数，含退回、恢复和申诉的答复。',
    en: 'Number of decisions that took effect, returns, restorations and answers to appeals among them.',
  },
  appealedAt: {
    zh: '参与人提出申诉的时间，北京时间；未申诉的为空白。',
    en: 'When the author appealed, Beijing time; blank if they did not.',
  },
}
