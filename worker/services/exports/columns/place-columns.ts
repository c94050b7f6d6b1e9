import { domainWords } from '../../../contract/locales'
import type { ListedColumn } from './column'

const words = domainWords.zh

/** Which comment it is and where in the plan it stands. */
export const placeColumns: ListedColumn[] = [
  {
    key: 'publicId',
    zh: '意见编号',
    en: 'Public id',
    width: 17,
    type: 'text',
    value: (r) => r.publicId,
  },
  {
    key: 'revision',
    zh: '版本',
    en: 'Revision',
    width: 6,
    type: 'integer',
    value: (r) => r.revision,
  },
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
]
