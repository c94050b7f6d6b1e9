import { domainWords } from '../../../contract/locales'
import type { RowTargetOpinion } from '../export-row'
import type { ListedColumn } from './column'

const words = domainWords.zh

/** What was said and when, and how to reach its author. */
export const commentColumns: ListedColumn[] = [
  {
    key: 'stance',
    zh: '态度',
    en: 'Stance',
    width: 9,
    repeats: true,
    type: 'text',
    value: (r) => words.stances[r.stance],
  },
  {
    key: 'body',
    zh: '意见内容',
    en: 'Comment',
    width: 70,
    type: 'text',
    value: (r) => r.body,
  },
  {
    key: 'wording',
    zh: '建议条款改为',
    en: 'Suggested wording',
    width: 20,
    type: 'text',
    value: (r) => r.wording,
  },
  {
    key: 'characters',
    zh: '字数',
    en: 'Characters',
    width: 6,
    type: 'integer',
    value: (r) => r.characters,
  },
  {
    key: 'hiddenCount',
    zh: '隐去处数',
    en: 'Hidden passages',
    width: 6,
    type: 'integer',
    value: (r) => r.hiddenCount,
  },
  {
    key: 'targetOpinions',
    zh: '目标值看法',
    en: 'Opinions on targets',
    width: 30,
    type: 'text',
    value: (r) => joined(r.targetOpinions.map(sayOpinion)),
  },
  {
    key: 'hasAnnex',
    zh: '保密附件',
    en: 'Confidential annex',
    width: 6,
    repeats: true,
    type: 'text',
    value: (r) => (r.hasAnnex ? '有' : '无'),
  },
  {
    key: 'annexSummary',
    zh: '保密附件摘要',
    en: 'Summary of the annex',
    width: 18,
    type: 'text',
    value: (r) => r.annexSummary,
  },
  {
    key: 'annexOpenings',
    zh: '保密附件查阅次数',
    en: 'Openings of the annex',
    width: 6,
    type: 'integer',
    value: (r) => r.annexOpenings,
  },
  {
    key: 'replyCount',
    zh: '已公开回复数',
    en: 'Published replies',
    width: 8,
    type: 'integer',
    value: (r) => r.replyCount,
  },
  {
    key: 'similarGroupId',
    zh: '相似意见组',
    en: 'Similar group',
    width: 8,
    type: 'integer',
    value: (r) => r.similarGroupId,
  },
  {
    key: 'similarCount',
    zh: '组内件数',
    en: 'Comments in the group',
    width: 6,
    type: 'integer',
    value: (r) => r.similarCount,
  },
  {
    key: 'similarity',
    zh: '相似度',
    en: 'Similarity',
    width: 7,
    type: 'number',
    value: (r) => r.similarity,
  },
  {
    key: 'signals',
    zh: '提示信号',
    en: 'Signals',
    width: 14,
    repeats: true,
    type: 'text',
    value: (r) => joined(r.signals.map((kind) => words.signals[kind])),
  },
  {
    key: 'codes',
    zh: '编码',
    en: 'Codes',
    width: 24,
    repeats: true,
    type: 'text',
    value: (r) => joined(r.codes),
  },
  {
    key: 'contact',
    zh: '联系方式',
    en: 'Contact',
    width: 18,
    type: 'text',
    value: (r) => r.contact,
  },
  {
    key: 'createdAt',
    zh: '提交时间',
    en: 'Submitted at',
    width: 20,
    type: 'datetime',
    value: (r) => r.createdAt,
  },
  {
    key: 'submittedAt',
    zh: '现行文本提交时间',
    en: 'Text submitted at',
    width: 20,
    type: 'datetime',
    value: (r) => r.submittedAt,
  },
]

const joined = (parts: string[]) => (parts.length === 0 ? null : parts.join('；'))

/** 7.1.3.1“300家”：偏高，建议 200 家（依据：去年新增 120 家） */
function sayOpinion({ key, quote, opinion, value, unit, evidence }: RowTargetOpinion): string {
  const suggested = value === null ? '' : `，建议 ${value} ${unit}`.trimEnd()
  return `${key}“${quote}”：${words.targetOpinions[opinion]}${suggested}${evidence === null ? '' : `（依据：${evidence}）`}`
}
