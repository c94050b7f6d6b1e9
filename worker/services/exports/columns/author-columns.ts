import { domainWords } from '../../../contract/locales'
import type { ListedColumn } from './column'

const words = domainWords.zh
const yesNo = (value: boolean | null) => (value === null ? null : value ? '是' : '否')

/** Who wrote it and what they agreed to. */
export const authorColumns: ListedColumn[] = [
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
]
