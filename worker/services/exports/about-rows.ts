import { beijingTimestamp } from '../../contract/beijing-time'
import { domainWords } from '../../contract/locales'
import type { ExportAbout } from './export-row'

export interface AboutRow {
  item: string
  content: string
}

const words = domainWords.zh
const all = '全部'

/** The sheet 说明: what was taken, when, by which filter, how many, and what to mind. */
export function aboutRows({ consultation, takenAt, filters }: ExportAbout, count: number): AboutRow[] {
  const { measure, kind, state, from, to } = filters
  return [
    { item: '征集', content: consultation },
    { item: '导出时间（北京时间）', content: beijingTimestamp(takenAt) },
    { item: '筛选：措施', content: measure ?? all },
    { item: '筛选：参与人类型', content: kind ? words.kinds[kind] : all },
    { item: '筛选：状态', content: state ? words.states[state] : all },
    { item: '筛选：提交日期', content: from || to ? `${from ?? '开始'} 至 ${to ?? '导出时'}` : all },
    { item: '意见条数', content: String(count) },
    {
      item: '关于数量',
      content: '意见征集不是投票，也不是抽样调查。各项数量只说明收到了什么，不代表公众的整体态度。',
    },
    {
      item: '关于个人信息',
      content:
        '本文件含显示名、联系方式等个人信息以及未公开的意见，仅限办理本次征集使用，请勿外传，用毕及时删除。',
    },
    { item: '关于各列', content: '各列的含义见“数据字典”。时间均为北京时间。' },
  ]
}
