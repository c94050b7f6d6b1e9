import { beijingTimestamp } from '../../../contract/beijing-time'
import { domainWords } from '../../../contract/locales'
import { plainColumn } from '../columns/column'
import type { ExportScope } from '../scope'
import type { TableContent } from './sealed-table'
import type { FilledTable } from './table'

export interface AboutRow {
  item: string
  content: string
}

const words = domainWords.zh
const all = '全部'

/** 说明与口径: what was taken, when, by which filter, how much, how it can be checked, and what to mind. */
export function fillAboutTable(
  scope: ExportScope,
  contents: readonly TableContent[],
  actsMeanwhile: () => Promise<number>,
): FilledTable<AboutRow> {
  async function* rows() {
    yield [...originOf(scope), ...filtersOf(scope), ...contents.map(sayContent)]
    yield [...conventionsOf(scope, await actsMeanwhile())]
  }
  return {
    name: 'about',
    zh: '说明与口径',
    en: 'About this export',
    about: { zh: '本文件的来源、范围和口径。', en: 'Where this file comes from and how to read it.' },
    columns: [
      plainColumn('item', 'text', ['项目', 'Item'], 28, { zh: '项目。', en: 'Item.' }),
      plainColumn('content', 'text', ['内容', 'Content'], 90, { zh: '内容。', en: 'Content.' }),
    ],
    rows: rows(),
  }
}

function originOf({ about, audience }: ExportScope): AboutRow[] {
  return [
    { item: '征集', content: about.consultation },
    { item: '主管部门', content: about.authority },
    { item: '征集期间', content: periodOf(about) },
    { item: '快照时间（北京时间）', content: beijingTimestamp(about.takenAt) },
    {
      item: '适用范围',
      content:
        audience === 'staff'
          ? '内部使用：含未公开的意见和全部字段。'
          : '可以公开：只含已公开的意见，不含数据字典以外的字段。',
    },
  ]
}

/** 2021-03-01 00:00:00 至 2021-03-30 24:00 */
export function periodOf({ opensAt, closesAt }: ExportScope['about']): string {
  const lastDay = beijingTimestamp(Date.parse(closesAt) - 1).slice(0, 10)
  return `${beijingTimestamp(opensAt).slice(0, 10)} 至 ${lastDay} 24:00`
}

export function filtersOf({ filters }: Pick<ExportScope, 'filters'>): AboutRow[] {
  const { measure, kind, state, channel, from, to } = filters
  return [
    { item: '筛选：措施', content: measure ?? all },
    { item: '筛选：参与人类型', content: kind ? words.kinds[kind] : all },
    { item: '筛选：状态', content: state ? words.states[state] : all },
    { item: '筛选：意见来源', content: channel ? words.channels[channel] : all },
    { item: '筛选：提交日期', content: from || to ? `${from ?? '开始'} 至 ${to ?? '导出时'}` : all },
  ]
}

const sayContent = ({ zh, rows, sha256 }: TableContent): AboutRow => ({
  item: `${zh}：行数和校验值`,
  content: `${rows} 行；SHA-256 ${sha256}`,
})

function conventionsOf({ audience }: ExportScope, acts: number): AboutRow[] {
  return [
    {
      item: '校验值的算法',
      content:
        '对各表分别计算：每行按列的次序写成一个 JSON 数组（UTF-8，空白单元格为 null，时间为 ISO 8601 世界协调时），行末加一个换行符，依次连接后求 SHA-256。整个文件的校验值见工作台的导出记录。',
    },
    {
      item: '导出期间的变动',
      content:
        acts === 0
          ? '导出开始到结束之间，没有新的提交、审核或者办理。'
          : `导出开始到结束之间，另有 ${acts} 项提交、审核或者办理，个别行反映的可能是变动之后的情况。`,
    },
    {
      item: '意见条数',
      content:
        '意见明细每条意见一行，回复也是意见。收到＝已公开＋已接收不公开＋不予发布＋已撤回＋待审核＋退回修改。',
    },
    {
      item: '纳入办理',
      content:
        '审核通过的意见（已公开，或者按作者意愿已接收但不公开）纳入办理，每件都应当有采纳情况。各类采纳情况与尚未办理的件数之和，等于纳入办理的件数。',
    },
    {
      item: '打印',
      content:
        '各表已设好纸张和重复的表头。表格软件的行高有上限，约一千字以上的文字打印时显示不全，以单元格内的全文和 Word 版报告为准。',
    },
    {
      item: '高度相似的意见',
      content: '文字高度相似的意见逐件保留、逐件计数，只在汇总表中列为一行并注明件数。',
    },
    ...(audience === 'staff'
      ? [
          {
            item: '独立编码',
            content: '导出人正在独立编码的意见，样本结束前“编码”列为空白，免得看到另一人的编码。',
          },
        ]
      : []),
    {
      item: '关于数量',
      content:
        '意见征集不是投票，也不是抽样调查。各项数量只说明收到了什么，不代表公众的整体态度，也不作为取舍的依据。',
    },
    {
      item: '关于个人信息',
      content:
        audience === 'staff'
          ? '本文件含显示名、联系方式等个人信息以及未公开的意见，仅限办理本次征集使用，请勿外传，用毕及时删除。'
          : '个人姓名已脱敏，本人同意公开的除外；不含联系方式。',
    },
    { item: '关于各列', content: '各列的含义见“数据字典”。表格中的时间均为北京时间。' },
  ]
}
