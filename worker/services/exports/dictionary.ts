import { byteStream } from './byte-stream'
import { exportColumns } from './columns'
import { byteOrderMark, csvRow } from './csv'

const typeWords = {
  text: "文本。CSV 文件中，凡以公式符号开头或者会被电子表格改成数字、日期的内容，前面加有一个半角单引号（'），使用时去掉即可",
  integer: '整数',
  datetime: '日期时间，北京时间，年-月-日 时:分:秒',
} as const

/** The data dictionary: one row per column of the export, in the same order. */
export const dictionaryRows = exportColumns.map((column, i) => ({
  number: i + 1,
  zh: column.zh,
  en: column.en,
  key: column.key,
  type: typeWords[column.type],
  meaningZh: column.meaning.zh,
  meaningEn: column.meaning.en,
}))
export type DictionaryRow = (typeof dictionaryRows)[number]

export const dictionaryColumns: { key: keyof DictionaryRow; title: string; width: number }[] = [
  { key: 'number', title: '序号', width: 6 },
  { key: 'zh', title: '列名', width: 18 },
  { key: 'en', title: 'Column', width: 26 },
  { key: 'key', title: '字段代码', width: 18 },
  { key: 'type', title: '数据类型', width: 44 },
  { key: 'meaningZh', title: '含义', width: 60 },
  { key: 'meaningEn', title: 'Meaning', width: 60 },
]

const encoder = new TextEncoder()

/** The data dictionary by itself, for those who took the CSV. */
export function streamDictionaryCsv(): ReadableStream<Uint8Array> {
  return byteStream(dictionaryChunks())
}

async function* dictionaryChunks() {
  const header = csvRow(dictionaryColumns.map((column) => column.title))
  const rows = dictionaryRows.map((row) => csvRow(dictionaryColumns.map((column) => row[column.key])))
  yield encoder.encode(byteOrderMark + header + rows.join(''))
}
