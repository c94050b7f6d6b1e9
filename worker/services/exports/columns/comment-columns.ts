import { domainWords } from '../../../contract/locales'
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
    key: 'characters',
    zh: '字数',
    en: 'Characters',
    width: 7,
    type: 'integer',
    value: (r) => r.characters,
  },
  {
    key: 'hiddenCount',
    zh: '隐去处数',
    en: 'Hidden passages',
    width: 9,
    type: 'integer',
    value: (r) => r.hiddenCount,
  },
  {
    key: 'replyCount',
    zh: '已公开回复数',
    en: 'Published replies',
    width: 13,
    type: 'integer',
    value: (r) => r.replyCount,
  },
  {
    key: 'contact',
    zh: '联系方式',
    en: 'Contact',
    width: 24,
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
]
