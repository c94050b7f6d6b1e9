export interface UnitSeed {
  /** Never changes. */
  key: string
  zh: string
  en: string
  /** The measures that it leads, and those that it supports. */
  leads: readonly string[]
  supports: readonly string[]
}

/** The offices between which the measures of the 2021 plan are divided. */
export const units: readonly UnitSeed[] = [
  {
    key: 'planning',
    zh: '综合规划处',
    en: 'Planning',
    leads: ['2.4', '5.1', '9.2'],
    supports: ['1.1', '2.1', '3.1'],
  },
  {
    key: 'innovation',
    zh: '技术创新处',
    en: 'Technology and innovation',
    leads: ['1.1', '1.2'],
    supports: ['2.2', '2.3'],
  },
  {
    key: 'clusters',
    zh: '产业集群处',
    en: 'Industrial clusters',
    leads: ['2.1', '2.2'],
    supports: ['5.3', '7.1'],
  },
  {
    key: 'investment',
    zh: '技术改造与投资处',
    en: 'Investment and upgrades',
    leads: ['3.1', '3.2', '3.3'],
    supports: ['5.1', '5.2'],
  },
  {
    key: 'parks',
    zh: '产业园区处',
    en: 'Industrial parks',
    leads: ['5.2', '5.3', '5.4'],
    supports: ['3.3'],
  },
  {
    key: 'consumer_goods',
    zh: '消费品工业处',
    en: 'Consumer goods',
    leads: ['4.1', '4.3', '8.1', '8.2'],
    supports: ['8.3'],
  },
  {
    key: 'green_industry',
    zh: '节能与综合利用处',
    en: 'Green industry',
    leads: ['4.2'],
    supports: ['5.4', '7.5'],
  },
  {
    key: 'digital_industry',
    zh: '数字产业处',
    en: 'Digital industry',
    leads: ['1.3', '6.1', '6.4'],
    supports: ['6.2', '6.3', '1.4'],
  },
  {
    key: 'electronics',
    zh: '电子信息处',
    en: 'Electronics',
    leads: ['2.3', '6.2', '6.3'],
    supports: ['1.3', '6.1'],
  },
  {
    key: 'enterprises',
    zh: '民营经济与中小企业处',
    en: 'Private firms and SMEs',
    leads: ['1.4', '7.1', '7.2', '7.3', '7.4'],
    supports: ['2.2', '4.1', '6.4'],
  },
  {
    key: 'operations',
    zh: '经济运行与应急处',
    en: 'Operations and emergencies',
    leads: ['7.5', '8.3', '8.4'],
    supports: ['8.1', '8.2'],
  },
  {
    key: 'party_committee',
    zh: '机关党委（人事处）',
    en: 'Party committee and personnel',
    leads: ['9.1', '9.3', '9.4'],
    supports: ['9.2', '1.2'],
  },
]
