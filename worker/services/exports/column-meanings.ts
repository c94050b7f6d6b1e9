import type { Meaning } from './columns/column'
import type { ExportRow } from './export-row'

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
  clauseText: {
    zh: '所针对条款的文字，以提出意见时的版次为准。',
    en: 'Text of the clause in the revision that the comment was made on.',
  },
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
  hasAnnex: {
    zh: '单位是否随意见提交了保密附件。附件本身只有指定人员可以查阅，不导出。',
    en: 'Whether the organisation sent a confidential annex, which named staff alone may read and no export holds.',
  },
  annexSummary: {
    zh: '保密附件的公开摘要，由单位填写；没有保密附件的为空白。',
    en: 'What the organisation says of the annex in public; blank if there is none.',
  },
  annexOpenings: {
    zh: '保密附件被查阅的次数，每次均有记录；没有保密附件的为空白。',
    en: 'How often the annex was opened, each time on record; blank if there is none.',
  },
  isStamped: {
    zh: '是否收到加盖公章的书面件（本条的，或者所属单位正式意见的），并经核对与现行文本一致。个人为空白。',
    en: 'Whether the present text came in on paper with the organisation’s stamp, by itself or in its formal response, and was found to be the same. Blank for individuals.',
  },
  stampState: {
    zh: '盖章件（本条的，或者所属单位正式意见的）已有确认的，列“已盖章确认”；否则为最近一份的状态：待确认、已退回、对应较早文本；没有上传的为空白。',
    en: 'Says “Stamp confirmed” if a stamped form, of the comment or of the response it came with, is confirmed; otherwise the state of the last one: to be confirmed, sent back, of an earlier text; blank if none was uploaded.',
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
  noticeVersion: {
    zh: '提交时适用的隐私告知的版次；线下意见和告知发布之前提交的为空白。',
    en: 'Version of the privacy notice that applied when it was sent; blank for offline comments and for those sent before there was one.',
  },
  stance: {
    zh: '参与人对措施的态度：支持、部分支持、反对、建议。征集不是投票，此列不宜用于推断公众态度。',
    en: 'Stance of the author: support, partly, oppose, suggest. A consultation is not a vote and not a sample.',
  },
  body: {
    zh: '意见全文，含原有换行，最多 5000 字。Excel 文件中超过单元格上限的部分从略，以 CSV 文件为准。',
    en: 'Full text with its line breaks, at most 5,000 characters. What exceeds the cell limit of Excel is cut in XLSX; the CSV has all of it.',
  },
  wording: {
    zh: '参与人建议将所针对的条款改成的文字，与“条款文字”列逐字对照即可看出改动；空白表示没有建议。被隐去之处同意见内容。',
    en: 'How the author would have the clause read, to be compared with the text of the clause; blank if nothing is suggested. Hidden words are shown as in the comment.',
  },
  characters: {
    zh: '意见内容的字数，一个汉字、字母、标点或者表情计 1。',
    en: 'Length of the text in characters as people count them.',
  },
  hiddenCount: {
    zh: '意见内容中被隐去的处数。隐去之处以〔已隐去：原因〕表示，本文件不含被隐去的原文。',
    en: 'Number of passages hidden in the text, each shown as “〔已隐去：…〕” with its reason; the words behind them are not in this file.',
  },
  replyCount: { zh: '导出时本条之下已公开的回复数。', en: 'Number of published replies when exported.' },
  contact: {
    zh: '参与人填写的手机号、固定电话或者电子邮箱，可为空白。属个人信息，仅供主管部门办理本条意见时与参与人联系，不公开；征集截止后按隐私告知的期限自动删除。',
    en: 'Phone or e-mail left by the author, if any. Personal data, used only by the department to reach the author while it handles this comment; never published; deleted automatically when the period in the privacy notice is over.',
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
  channel: {
    zh: '意见怎样到达主管部门：网上提交、来信、电子邮件、热线电话、座谈会或者其他部门转来。',
    en: 'How the comment reached the department: online, letter, e-mail, hotline, meeting or another department.',
  },
  receivedOn: {
    zh: '收到意见的日期，北京时间；网上提交的为首次提交之日，其他来源的为登记的收到之日。',
    en: 'The day it was received, Beijing time: of the first submission online, as entered for other channels.',
  },
  reference: {
    zh: '来信、来电等的登记编号；网上提交的为空白。',
    en: 'Number under which a letter or call was filed; blank for what came in online.',
  },
  importFile: {
    zh: '成批导入的，为所用文件的名称；其余为空白。',
    en: 'Name of the file it was imported from; blank for all others.',
  },
  planRevision: {
    zh: '提出意见时征求意见文本的版次，首次公布的为 1。',
    en: 'Revision of the plan that the comment was made on; 1 is the text first published.',
  },
  quote: {
    zh: '所针对的条款中的一段文字；空白表示针对整个条款。',
    en: 'The passage of the clause that the comment is on; blank if it is on all of it.',
  },
  orphanedIn: {
    zh: '所针对的文字自哪一版起不再存在；仍然存在的为空白。',
    en: 'Revision of the plan in which the words that it is on are gone; blank while they stand.',
  },
  author: {
    zh: '提出意见的主体：单位为名称，个人为脱敏后的显示名（同意公开的除外），未署名的为“匿名”。',
    en: 'Who made the comment: organisations by name, individuals masked unless they agreed to their name in full.',
  },
  size: {
    zh: '单位自报的规模：大型、中型、小型、微型；未填写的和个人为空白。',
    en: 'Size of the organisation as stated by itself; blank if not given and for individuals.',
  },
  industry: {
    zh: '单位自报的行业门类，按《国民经济行业分类》（GB/T 4754）；未填写的和个人为空白。',
    en: 'Section of GB/T 4754 as stated by the organisation; blank if not given and for individuals.',
  },
  city: {
    zh: '单位自报的所在城市；未填写的和个人为空白。',
    en: 'City as stated by the organisation; blank if not given and for individuals.',
  },
  targetOpinions: {
    zh: '对目标值的看法：偏高、合适或者偏低，以及建议的数值和依据。',
    en: 'Opinions on targets: too high, about right or too low, with the figure suggested and what it rests on, if any.',
  },
  similarGroupId: {
    zh: '高度相似意见组的序号；没有相似意见的为空白。',
    en: 'Number of the group of near-identical comments; blank if none is like it.',
  },
  similarCount: {
    zh: '该组意见的总件数，含本条；没有相似意见的为空白。',
    en: 'Comments in that group, this one included; blank if none is like it.',
  },
  similarity: {
    zh: '与该组首条意见的相似程度，0 至 1，为两者共有的三字片段所占的比例；没有相似意见的为空白。',
    en: 'Share of 3-grams in common with the first text of the group, 0 to 1; blank if none is like it.',
  },
  signals: {
    zh: '系统对现行文本的自动提示，仅供审核参考，不作为取舍依据。',
    en: 'Automatic signals on the present text; they route and highlight and decide nothing.',
  },
  codes: {
    zh: '工作人员按编码本标注的编码，不含机器提出而未经确认的。',
    en: 'Codes that staff put on the comment; suggestions that nobody accepted are not among them.',
  },
  submittedAt: {
    zh: '现行文本提交的时间，北京时间。',
    en: 'When the present text was submitted, Beijing time.',
  },
  isAdmissible: {
    zh: '是否纳入办理：审核通过的（已公开，或者已接收但不公开）为“是”。采纳情况的合计以此为准。',
    en: 'Whether it is to be disposed of: accepted comments, public or not. Dispositions add up to these.',
  },
  openedAt: {
    zh: '审核通过、纳入办理的时间，北京时间；从未纳入的为空白。',
    en: 'When it was accepted, Beijing time; blank if it never was.',
  },
  unit: { zh: '承办的处室；尚未分办的为空白。', en: 'The unit responsible; blank while none is.' },
  assignee: { zh: '承办的工作人员；尚未分办的为空白。', en: 'Who handles it; blank while nobody does.' },
  dueAt: {
    zh: '办理期限，北京时间；未定的为空白。',
    en: 'When it is due, Beijing time; blank where nothing was set.',
  },
  disposition: {
    zh: '采纳情况：采纳、部分采纳、未采纳、已体现、不属本次范围、转办；尚未作出的为空白，下同。',
    en: 'Disposition: adopted, partly, not adopted, already covered, out of scope, passed on; blank while there is none, as in the columns that follow.',
  },
  dispositionVersion: {
    zh: '采纳情况的版次，首次作出为 1，每次更改加 1。',
    en: 'Version of the disposition: 1 at first, one more at each change.',
  },
  dispositionReason: { zh: '采纳情况的理由。', en: 'Reason for the disposition.' },
  passedTo: { zh: '转办的，为接收单位；其余为空白。', en: 'Who it was passed on to; blank otherwise.' },
  changedClauses: {
    zh: '采纳或者部分采纳后修改的条款：条款编号、所在版次、修改方式和修改后的表述，每行一处。',
    en: 'Clauses that changed because of it: key, revision, kind of change and the text as it reads then, one to a line.',
  },
  disposedAt: {
    zh: '最近一次作出采纳情况的时间，北京时间。',
    en: 'When it was last disposed of, Beijing time.',
  },
  disposedBy: { zh: '最近一次作出采纳情况的工作人员。', en: 'Who last disposed of it.' },
  responseId: {
    zh: '答复的序号，同一序号为同一份答复；没有答复的为空白，下同。',
    en: 'Number of the response, the same for comments answered together; blank if there is none, as in the columns that follow.',
  },
  responseState: {
    zh: '答复的办理状态：草稿、已核稿、已批准、已公开。',
    en: 'How far the response is: draft, reviewed, approved, published.',
  },
  responseText: {
    zh: '已经公开的答复全文；尚未公开的为空白。',
    en: 'Text of the response that is public; blank while none is.',
  },
  responseVersion: { zh: '已经公开的答复的版次。', en: 'Version of the response that is public.' },
  respondedAt: { zh: '该版答复公开的时间，北京时间。', en: 'When that version was published, Beijing time.' },
  draftText: {
    zh: '尚在起草、核稿、批准中的答复文本，未经公开，不代表主管部门的意见。',
    en: 'Text of a response that is still being written, reviewed or approved; not the department’s word.',
  },
}
