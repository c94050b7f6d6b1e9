import { industries } from '../../../contract/industries'
import { domainWords } from '../../../contract/locales'
import { cities } from '../../../contract/regions'
import type { ListedColumn } from './column'

const words = domainWords.zh
const industryNames = namesOf(industries)
const cityNames = namesOf(cities)
const yesNo = (value: boolean | null) => (value === null ? null : value ? '是' : '否')

/** Who wrote it and what they agreed to. */
export const authorColumns: ListedColumn[] = [
  {
    key: 'participantKind',
    zh: '参与人类型',
    en: 'Kind of participant',
    width: 8,
    repeats: true,
    type: 'text',
    value: (r) => words.kinds[r.participantKind],
  },
  {
    key: 'author',
    zh: '提出主体',
    en: 'Author',
    width: 24,
    type: 'text',
    value: (r) => r.author,
  },
  {
    key: 'organisationName',
    zh: '单位名称',
    en: 'Organisation',
    width: 24,
    type: 'text',
    value: (r) => r.organisationName,
  },
  {
    key: 'uscc',
    zh: '统一社会信用代码',
    en: 'Unified social credit code',
    width: 20,
    type: 'text',
    value: (r) => r.uscc,
  },
  {
    key: 'isVerified',
    zh: '单位已核验',
    en: 'Organisation verified',
    width: 8,
    repeats: true,
    type: 'text',
    value: (r) => yesNo(r.isVerified),
  },
  {
    key: 'isStamped',
    zh: '盖章确认',
    en: 'Stamp confirmed',
    width: 8,
    repeats: true,
    type: 'text',
    value: (r) => yesNo(r.isStamped),
  },
  {
    key: 'stampState',
    zh: '盖章件',
    en: 'Stamped form',
    width: 10,
    repeats: true,
    type: 'text',
    value: (r) => r.stampState && words.stampStates[r.stampState],
  },
  {
    key: 'displayName',
    zh: '个人显示名',
    en: 'Display name',
    width: 12,
    type: 'text',
    value: (r) => r.displayName,
  },
  {
    key: 'showName',
    zh: '同意公开姓名',
    en: 'Consent to naming',
    width: 8,
    repeats: true,
    type: 'text',
    value: (r) => yesNo(r.showName),
  },
  {
    key: 'size',
    zh: '企业规模',
    en: 'Size',
    width: 6,
    repeats: true,
    type: 'text',
    value: (r) => r.size && words.enterpriseSizes[r.size],
  },
  {
    key: 'industry',
    zh: '所属行业',
    en: 'Industry',
    width: 14,
    repeats: true,
    type: 'text',
    value: (r) => r.industry && `${r.industry} ${industryNames.get(r.industry) ?? ''}`.trim(),
  },
  {
    key: 'city',
    zh: '所在城市',
    en: 'City',
    width: 8,
    repeats: true,
    type: 'text',
    value: (r) => r.city && (cityNames.get(r.city) ?? r.city),
  },
  {
    key: 'consentPublish',
    zh: '同意公开意见',
    en: 'Consent to publication',
    width: 8,
    repeats: true,
    type: 'text',
    value: (r) => yesNo(r.consentPublish),
  },
  {
    key: 'noticeVersion',
    zh: '隐私告知版次',
    en: 'Version of the privacy notice',
    width: 8,
    repeats: true,
    type: 'integer',
    value: (r) => r.noticeVersion,
  },
]

function namesOf(list: readonly { code: string; zh: string }[]): ReadonlyMap<string, string> {
  return new Map(list.map(({ code, zh }) => [code, zh]))
}
