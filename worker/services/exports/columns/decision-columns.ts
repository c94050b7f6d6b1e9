import { domainWords } from '../../../contract/locales'
import type { ListedColumn } from './column'

const words = domainWords.zh

/** How it was decided on. */
export const decisionColumns: ListedColumn[] = [
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
    width: 16,
    repeats: true,
    type: 'text',
    value: (r) => r.reasonId,
  },
  {
    key: 'reasonText',
    zh: '理由',
    en: 'Reason',
    width: 32,
    repeats: true,
    type: 'text',
    value: (r) => r.reasonText,
  },
  {
    key: 'note',
    zh: '审核说明',
    en: 'Note',
    width: 32,
    type: 'text',
    value: (r) => r.note,
  },
  {
    key: 'moderator',
    zh: '审核员',
    en: 'Moderator',
    width: 10,
    repeats: true,
    type: 'text',
    value: (r) => r.moderator,
  },
  {
    key: 'decidedCount',
    zh: '审核次数',
    en: 'Decisions',
    width: 6,
    type: 'integer',
    value: (r) => r.decidedCount,
  },
  {
    key: 'appealedAt',
    zh: '申诉时间',
    en: 'Appealed at',
    width: 20,
    type: 'datetime',
    value: (r) => r.appealedAt,
  },
]
