import type { Meaning } from './columns/column'
import type { ExportRow } from './export-row'

const state: Meaning = {
  zh: '只有已公开的意见列入开放数据，此列恒为同一个值。',
  en: 'Open data hold published comments only: it would be the same in every row.',
}
const person: Meaning = {
  zh: '个人信息，只供主管部门办理本次征集使用。',
  en: 'Personal data, for the department’s handling of this consultation alone.',
}
const profile: Meaning = {
  zh: '与名称、措施合在一起可能识别到具体单位的经营情况；只公布合计，人数过少的不列出。',
  en: 'May tell too much of a single firm beside its name; made public as figures only, small cells hidden.',
}
const office: Meaning = {
  zh: '机关内部的办理分工和经过。',
  en: 'Who does what inside the office, and when.',
}
const moderation: Meaning = {
  zh: '审核的经过，公开部分见审核记录。',
  en: 'How it was moderated; what is public of that stands in the moderation log.',
}
const draft: Meaning = {
  zh: '尚未批准公开，不代表主管部门的意见。',
  en: 'Not approved for publication, and not the department’s word.',
}
const figure: Meaning = {
  zh: '是个别参与人所提的数值。',
  en: 'It is what a single author suggested.',
}
const analysis: Meaning = {
  zh: '整理意见用的内部标记，不是对意见的评价。',
  en: 'A mark for sorting inside the office, no judgement of the comment.',
}

/** Columns of the comments that staff see and the public does not, each with its reason. */
const publicDenials: { [Key in keyof ExportRow]?: Meaning } = {
  state,
  consentPublish: state,
  isAdmissible: state,
  reference: office,
  importFile: office,
  organisationName: {
    zh: '已由“提出主体”列给出。',
    en: 'Given by the column of the author.',
  },
  uscc: {
    zh: '本站不公开统一社会信用代码。',
    en: 'The site does not show unified social credit codes.',
  },
  stampState: office,
  annexOpenings: office,
  displayName: person,
  showName: person,
  noticeVersion: person,
  contact: person,
  targetOpinions: {
    zh: '对目标值的看法只公布合计，不与具体意见一起列出；依据不公开。',
    en: 'Opinions on targets are public as totals only, never beside the comment; evidence is not public.',
  },
  size: profile,
  industry: profile,
  city: profile,
  replyCount: {
    zh: '按“回复的意见编号”列即可数出。',
    en: 'Can be counted by the column of the comment that is answered.',
  },
  similarCount: {
    zh: '也数未公开的意见；已公开的件数见“高度相似意见组”。',
    en: 'Counts comments that are not public too; the table of near-identical comments counts those that are.',
  },
  similarity: analysis,
  signals: moderation,
  codes: analysis,
  decidedAt: moderation,
  decision: moderation,
  reasonId: moderation,
  reasonText: moderation,
  note: moderation,
  moderator: person,
  decidedCount: moderation,
  appealedAt: moderation,
  openedAt: office,
  assignee: person,
  dueAt: office,
  disposedAt: office,
  disposedBy: person,
  dispositionVersion: office,
  responseState: office,
  draftText: draft,
}

/** By table, the columns that staff see and the public does not. */
export const publicColumnDenials: Record<string, Record<string, Meaning>> = {
  comments: publicDenials,
  targets: {
    lowest: figure,
    highest: figure,
  },
  counts: {
    received: {
      zh: '开放数据只含已公开的意见，此列与“纳入办理”恒相等。',
      en: 'Open data hold published comments only: it would equal the admissible ones.',
    },
  },
}

/** Tables of the workbook that the public does not get, by their names. */
export const publicTableDenials: Record<string, Meaning> = {
  codebook: {
    zh: '整理意见用的内部工具。',
    en: 'A tool for sorting inside the office.',
  },
  agreement: {
    zh: '整理工作的内部质量检查。',
    en: 'A check on the quality of that sorting.',
  },
  ledger: {
    zh: '含工作人员姓名、内部说明和未公开的意见；公开部分见审核记录和公开存证。',
    en: 'Holds names of the office, internal notes and comments that are not public; what is public of it stands in the moderation log and the sealed record.',
  },
}
