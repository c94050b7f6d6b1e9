import { sql } from 'drizzle-orm'
import { domainWords } from '../../../contract/locales'
import { plainColumn } from '../columns/column'
import type { ReadPage } from '../reading/pages'
import type { ExportScope } from '../scope'
import type { FilledTable, Table } from './table'

export interface TotalRow {
  dimension: string
  value: string
  count: number
}

export const totalTable: Table<TotalRow> = {
  name: 'totals',
  zh: '结果公布的合计',
  en: 'Totals of the result',
  about: {
    zh: '征集结果公布时所列的各项合计，以公布时为准；结果公布之前没有行。收到＝各状态之和＝各来源之和；纳入办理＝各采纳情况之和加尚未办理。',
    en: 'The totals that were published with the result, as they stood then; no rows before that. Received = all states = all channels; admissible = all dispositions and those without.',
  },
  columns: [
    plainColumn('dimension', 'text', ['分类', 'Dimension'], 14, {
      zh: '合计的分类方式。',
      en: 'What the totals are divided by.',
    }),
    plainColumn('value', 'text', ['项目', 'Value'], 18, { zh: '分类之下的项目。', en: 'The part.' }),
    plainColumn('count', 'integer', ['件数', 'Count'], 9, { zh: '意见的件数。', en: 'Comments.' }),
  ],
}

const { states, channels, kinds, dispositions } = domainWords.zh
const divisions: [key: string, name: string, words: Record<string, string>][] = [
  ['states', '状态', states],
  ['channels', '来源', channels],
  ['kinds', '纳入办理：参与人', kinds],
  ['dispositions', '纳入办理：采纳情况', dispositions],
]

export const fillTotalTable = (read: ReadPage, scope: ExportScope): FilledTable<TotalRow> => ({
  ...totalTable,
  rows: readRows(read, scope),
})

type Counts = Record<string, number | Record<string, number>>

async function* readRows(read: ReadPage, { consultationId }: ExportScope) {
  const [result] = await read<{ counts: string }>(
    sql`SELECT counts FROM results WHERE consultation_id = ${consultationId}`,
  )
  if (!result) return
  const counts = JSON.parse(result.counts) as Counts
  const single = (key: string) => (typeof counts[key] === 'number' ? counts[key] : 0)
  yield [
    { dimension: '全部', value: '收到', count: single('received') },
    { dimension: '全部', value: '纳入办理', count: single('admissible') },
    ...divisions.flatMap(([key, dimension, words]) => {
      const found = counts[key]
      if (typeof found !== 'object') return []
      return Object.entries(words).map(([part, value]) => ({ dimension, value, count: found[part] ?? 0 }))
    }),
    { dimension: '纳入办理：采纳情况', value: '尚未办理', count: single('undisposed') },
  ]
}
