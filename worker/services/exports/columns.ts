import { domainWords } from '../../contract/locales'
import { columnMeanings, type Meaning } from './column-meanings'
import type { ExportRow } from './export-row'

interface Naming {
  key: keyof ExportRow
  zh: string
  en: string
  /** In characters of the default font. */
  width: number
  /** Holds few different values over many rows. */
  repeats?: boolean
}

/** `text` is never a formula, `datetime` is an ISO 8601 instant in UTC; null is a blank cell. */
type Content =
  | { type: 'text'; value: (row: ExportRow) => string | null }
  | { type: 'integer'; value: (row: ExportRow) => number | null }
  | { type: 'datetime'; value: (row: ExportRow) => string | null }

export type ExportColumn = Naming & Content & { meaning: Meaning }

const words = domainWords.zh
const yesNo = (value: boolean | null) => (value === null ? null : value ? '是' : '否')

const listed: (Naming & Content)[] = [
  { key: 'publicId', zh: '意见编号', en: 'Public id', width: 17, type: 'text', value: (r) => r.publicId },
  { key: 'revision', zh: '版本', en: 'Revision', width: 6, type: 'integer', value: (r) => r.revision },
  {
    key: 'state',
    zh: '状态',
    en: 'State',
    width: 15,
    repeats: true,
    type: 'text',
    value: (r) => words.states[r.state],
  },
  {
    key: 'themeNumber',
    zh: '主题序号',
    en: 'Theme number',
    width: 9,
    type: 'integer',
    value: (r) => r.themeNumber,
  },
  {
    key: 'themeTitle',
    zh: '主题',
    en: 'Theme',
    width: 28,
    repeats: true,
    type: 'text',
    value: (r) => r.themeTitle,
  },
  {
    key: 'measureKey',
    zh: '措施编号',
    en: 'Measure key',
    width: 9,
    repeats: true,
    type: 'text',
    value: (r) => r.measureKey,
  },
  {
    key: 'measureTitle',
    zh: '措施',
    en: 'Measure',
    width: 30,
    repeats: true,
    type: 'text',
    value: (r) => r.measureTitle,
  },
  {
    key: 'clauseKey',
    zh: '条款编号',
    en: 'Clause key',
    width: 9,
    repeats: true,
    type: 'text',
    value: (r) => r.clauseKey,
  },
  {
    key: 'clauseText',
    zh: '条款原文',
    en: 'Clause',
    width: 40,
    repeats: true,
    type: 'text',
    value: (r) => r.clauseText,
  },
  {
    key: 'parentPublicId',
    zh: '回复的意见编号',
    en: 'In reply to',
    width: 17,
    type: 'text',
    value: (r) => r.parentPublicId,
  },
  {
    key: 'participantKind',
    zh: '参与人类型',
    en: 'Kind of participant',
    width: 11,
    repeats: true,
    type: 'text',
    value: (r) => words.kinds[r.participantKind],
  },
  {
    key: 'organisationName',
    zh: '单位名称',
    en: 'Organisation',
    width: 32,
    type: 'text',
    value: (r) => r.organisationName,
  },
  {
    key: 'uscc',
    zh: '统一社会信用代码',
    en: 'Unified social credit code',
    width: 21,
    type: 'text',
    value: (r) => r.uscc,
  },
  {
    key: 'isVerified',
    zh: '单位已核验',
    en: 'Organisation verified',
    width: 11,
    repeats: true,
    type: 'text',
    value: (r) => yesNo(r.isVerified),
  },
  {
    key: 'displayName',
    zh: '个人显示名',
    en: 'Display name',
    width: 16,
    type: 'text',
    value: (r) => r.displayName,
  },
  {
    key: 'showName',
    zh: '同意公开姓名',
    en: 'Consent to naming',
    width: 13,
    repeats: true,
    type: 'text',
    value: (r) => yesNo(r.showName),
  },
  {
    key: 'consentPublish',
    zh: '同意公开意见',
    en: 'Consent to publication',
    width: 13,
    repeats: true,
    type: 'text',
    value: (r) => yesNo(r.consentPublish),
  },
  {
    key: 'stance',
    zh: '态度',
    en: 'Stance',
    width: 9,
    repeats: true,
    type: 'text',
    value: (r) => words.stances[r.stance],
  },
  { key: 'body', zh: '意见内容', en: 'Comment', width: 70, type: 'text', value: (r) => r.body },
  { key: 'characters', zh: '字数', en: 'Characters', width: 7, type: 'integer', value: (r) => r.characters },
  {
    key: 'replyCount',
    zh: '已公开回复数',
    en: 'Published replies',
    width: 13,
    type: 'integer',
    value: (r) => r.replyCount,
  },
  { key: 'contact', zh: '联系方式', en: 'Contact', width: 24, type: 'text', value: (r) => r.contact },
  {
    key: 'createdAt',
    zh: '提交时间',
    en: 'Submitted at',
    width: 20,
    type: 'datetime',
    value: (r) => r.createdAt,
  },
  {
    key: 'decidedAt',
    zh: '审核时间',
    en: 'Decided at',
    width: 20,
    type: 'datetime',
    value: (r) => r.decidedAt,
  },
  {
    key: 'decision',
    zh: '审核决定',
    en: 'Decision',
    width: 10,
    repeats: true,
    type: 'text',
    value: (r) => r.decision && words.decisions[r.decision],
  },
  {
    key: 'reasonId',
    zh: '理由代码',
    en: 'Reason id',
    width: 22,
    repeats: true,
    type: 'text',
    value: (r) => r.reasonId,
  },
  {
    key: 'reasonText',
    zh: '理由',
    en: 'Reason',
    width: 40,
    repeats: true,
    type: 'text',
    value: (r) => r.reasonText,
  },
  { key: 'note', zh: '审核说明', en: 'Note', width: 40, type: 'text', value: (r) => r.note },
  {
    key: 'moderator',
    zh: '审核员',
    en: 'Moderator',
    width: 16,
    repeats: true,
    type: 'text',
    value: (r) => r.moderator,
  },
]

/** What staff take away: the header, the cells and the data dictionary all follow this list. */
export const exportColumns: ExportColumn[] = listed.map((column) => ({
  ...column,
  meaning: columnMeanings[column.key],
}))
