import { beijingTimestamp } from '../../contract/beijing-time'
import { type AboutRow, aboutRows } from './about-rows'
import { byteStream } from './byte-stream'
import { exportColumns } from './columns'
import { type DictionaryRow, dictionaryColumns, dictionaryRows } from './dictionary'
import type { ExportAbout, ExportRow } from './export-row'
import type { SheetColumn } from './xlsx/cells'
import {
  contentTypesXml,
  type FinishedSheet,
  rootRelationshipsXml,
  sheetPath,
  workbookRelationshipsXml,
  workbookXml,
} from './xlsx/package-parts'
import { RowCursor } from './xlsx/row-cursor'
import { SharedStrings } from './xlsx/shared-strings'
import { stylesXml } from './xlsx/styles'
import { type SheetLimits, worksheet } from './xlsx/worksheet'
import { type ZipEntry, zip } from './xlsx/zip'

const excelLimits: SheetLimits = { rows: 1_048_575, bytes: 2 ** 31 }

const commentColumns: SheetColumn<ExportRow>[] = exportColumns.map((column) => ({
  title: column.zh,
  width: column.width,
  style: column.type === 'text' && column.width >= 40 ? 'prose' : column.type,
  repeats: column.repeats ?? false,
  value: column.value,
}))

const glossaryColumns: SheetColumn<DictionaryRow>[] = dictionaryColumns.map(({ key, title, width }) => ({
  title,
  width,
  style: key === 'number' ? 'integer' : width >= 40 ? 'prose' : 'text',
  value: (row) => row[key],
}))

const aboutColumns: SheetColumn<AboutRow>[] = [
  { title: '项目', width: 24, style: 'text', value: (row) => row.item },
  { title: '内容', width: 90, style: 'prose', value: (row) => row.content },
]

/** A workbook of 意见明细 (continued on further sheets past `limits`), 数据字典 and 说明; memory does not grow with the rows. */
export function streamXlsx(
  pages: AsyncIterable<ExportRow[]>,
  about: ExportAbout,
  limits: SheetLimits = excelLimits,
): ReadableStream<Uint8Array> {
  return byteStream(zip(workbookEntries(pages, about, limits), beijingTimestamp(about.takenAt)))
}

async function* workbookEntries(
  pages: AsyncIterable<ExportRow[]>,
  about: ExportAbout,
  limits: SheetLimits,
): AsyncGenerator<ZipEntry> {
  const strings = new SharedStrings()
  const sheets: FinishedSheet[] = []
  let count = 0

  const sheet = <Row>(
    name: string,
    columns: SheetColumn<Row>[],
    rows: RowCursor<Row>,
    limit = excelLimits,
  ): ZipEntry => ({
    path: sheetPath(sheets.length),
    content: worksheet(columns, rows, strings, limit, (lastRow) => {
      sheets.push({ name, columns: columns.length, lastRow })
    }),
  })

  const comments = new RowCursor(pages)
  try {
    do {
      const number = sheets.length + 1
      yield sheet(number === 1 ? '意见明细' : `意见明细（${number}）`, commentColumns, comments, limits)
      count += (sheets.at(-1)?.lastRow ?? 1) - 1
    } while (await comments.hasMore())
  } finally {
    await comments.close()
  }
  yield sheet('数据字典', glossaryColumns, new RowCursor(onePage(dictionaryRows)))
  yield sheet('说明', aboutColumns, new RowCursor(onePage(aboutRows(about, count))))

  yield part('xl/styles.xml', stylesXml)
  yield part('xl/sharedStrings.xml', strings.toXml())
  yield part('xl/workbook.xml', workbookXml(sheets))
  yield part('xl/_rels/workbook.xml.rels', workbookRelationshipsXml(sheets))
  yield part('_rels/.rels', rootRelationshipsXml)
  yield part('[Content_Types].xml', contentTypesXml(sheets))
}

async function* onePage<Row>(rows: Row[]) {
  yield rows
}

const encoder = new TextEncoder()

function part(path: string, xml: string): ZipEntry {
  const bytes = encoder.encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`)
  return { path, content: onePart(bytes) }
}

async function* onePart(bytes: Uint8Array) {
  yield bytes
}
