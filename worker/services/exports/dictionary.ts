import type { ExportAudience } from '../../contract/words'
import { byteStream } from './byte-stream'
import { plainColumn } from './columns/column'
import { byteOrderMark, csvRow } from './csv'
import { publicColumnDenials, publicTableDenials } from './deny-list'
import { adoptionTable } from './tables/adoption-table'
import { agreementTable } from './tables/agreement-table'
import { codebookTable } from './tables/codebook-table'
import { commentTable } from './tables/comment-table'
import { crossTable } from './tables/cross-table'
import { groupTable } from './tables/group-table'
import { ledgerTable } from './tables/ledger-table'
import { type FilledTable, type Table, tableFor } from './tables/table'
import { targetTable } from './tables/target-table'

const typeWords = {
  text: "文本。CSV 文件中，凡以公式符号开头或者会被电子表格改成数字、日期的内容，前面加有一个半角单引号（'），使用时去掉即可",
  integer: '整数',
  number: '数值',
  datetime: '日期时间，北京时间，年-月-日 时:分:秒',
} as const

export interface DictionaryRow {
  table: string
  number: number
  zh: string
  en: string
  key: string
  type: string
  meaningZh: string
  meaningEn: string
  isPublic: string
  denial: string | null
}

const hidden = ['isPublic', 'denial']

const dictionaryTable: Table<DictionaryRow> = {
  name: 'dictionary',
  zh: '数据字典',
  en: 'Data dictionary',
  about: { zh: '各表各列的含义。', en: 'What each column of each table holds.' },
  columns: [
    plainColumn(
      'table',
      'text',
      ['工作表', 'Table'],
      18,
      { zh: '所在的表。', en: 'The table.' },
      { repeats: true },
    ),
    plainColumn('number', 'integer', ['序号', 'Number'], 6, {
      zh: '列在表中的位置。',
      en: 'Place of the column.',
    }),
    plainColumn('zh', 'text', ['列名', 'Name'], 20, { zh: '列的名称。', en: 'Chinese name of the column.' }),
    plainColumn('en', 'text', ['Column', 'Column'], 22, { zh: '列的英文名称。', en: 'Name of the column.' }),
    plainColumn('key', 'text', ['字段代码', 'Key'], 20, { zh: '字段的代码。', en: 'Key of the field.' }),
    plainColumn(
      'type',
      'text',
      ['数据类型', 'Type'],
      60,
      { zh: '数据的类型。', en: 'Type of the data.' },
      { repeats: true },
    ),
    plainColumn('meaningZh', 'text', ['含义', 'Meaning in Chinese'], 40, {
      zh: '列的含义。',
      en: 'What it holds.',
    }),
    plainColumn('meaningEn', 'text', ['Meaning', 'Meaning'], 44, {
      zh: '列的英文含义。',
      en: 'What it holds.',
    }),
    plainColumn(
      'isPublic',
      'text',
      ['是否列入开放数据', 'In open data'],
      9,
      { zh: '是否列入开放数据。', en: 'Whether open data hold it.' },
      { repeats: true },
    ),
    plainColumn(
      'denial',
      'text',
      ['不列入的理由', 'Reason'],
      30,
      { zh: '不列入开放数据的理由。', en: 'Why open data do not.' },
      { repeats: true },
    ),
  ],
}

/** Tables of the workbook, in its order. What a table is made of does not depend on its rows. */
export function tablesFor(audience: ExportAudience): Table<never>[] {
  const all = [
    commentTable,
    adoptionTable,
    crossTable,
    targetTable,
    codebookTable,
    agreementTable,
    groupTable,
    ledgerTable,
  ] as unknown as Table<never>[]
  if (audience === 'staff') return all
  return all.filter(({ name }) => !(name in publicTableDenials)).map((table) => tableFor(audience, table))
}

/** The data dictionary: one row per column of each table, in the same order. Staff also see what the public does not get, and why. */
export function fillDictionary(
  audience: ExportAudience,
  tables: readonly Table<never>[] = tablesFor(audience),
): FilledTable<DictionaryRow> {
  async function* rows() {
    for (const table of tables) yield rowsOf(table)
  }
  const columns =
    audience === 'staff'
      ? dictionaryTable.columns
      : dictionaryTable.columns.filter(({ key }) => !hidden.includes(key))
  return { ...dictionaryTable, columns, rows: rows() }
}

function rowsOf(table: Table<never>): DictionaryRow[] {
  return table.columns.map((column, i) => {
    const denial = publicTableDenials[table.name] ?? publicColumnDenials[table.name]?.[column.key]
    return {
      table: table.zh,
      number: i + 1,
      zh: column.zh,
      en: column.en,
      key: column.key,
      type: typeWords[column.type],
      meaningZh: column.meaning.zh,
      meaningEn: column.meaning.en,
      isPublic: denial ? '否' : '是',
      denial: denial?.zh ?? null,
    }
  })
}

const encoder = new TextEncoder()

/** The data dictionary by itself, for those who took the CSV. */
export function streamDictionaryCsv(): ReadableStream<Uint8Array> {
  return byteStream(dictionaryChunks())
}

async function* dictionaryChunks() {
  yield encoder.encode(await dictionaryText('staff'))
}

/** The data dictionary as CSV. */
export async function dictionaryText(...of: Parameters<typeof fillDictionary>): Promise<string> {
  const { columns, rows } = fillDictionary(...of)
  let text = byteOrderMark + csvRow(columns.map(({ zh }) => zh))
  for await (const page of rows)
    text += page.map((row) => csvRow(columns.map(({ value }) => value(row)))).join('')
  return text
}
