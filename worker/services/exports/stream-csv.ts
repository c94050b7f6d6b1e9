import { beijingTimestamp } from '../../contract/beijing-time'
import { byteStream } from './byte-stream'
import { exportColumns } from './columns'
import { byteOrderMark, csvRow } from './csv'
import type { ExportRow } from './export-row'

const encoder = new TextEncoder()

/** UTF-8 with byte order mark, CRLF, times as `2021-03-19 09:12:05` in Beijing; holds one page of rows at a time. */
export function streamCsv(pages: AsyncIterable<ExportRow[]>): ReadableStream<Uint8Array> {
  return byteStream(csvChunks(pages))
}

async function* csvChunks(pages: AsyncIterable<ExportRow[]>) {
  yield encoder.encode(byteOrderMark + csvRow(exportColumns.map((column) => column.zh)))
  for await (const page of pages) {
    if (page.length > 0) yield encoder.encode(page.map((row) => csvRow(exportCells(row))).join(''))
  }
}

function exportCells(row: ExportRow) {
  return exportColumns.map((column) => {
    if (column.type !== 'datetime') return column.value(row)
    const instant = column.value(row)
    return instant && beijingTimestamp(instant)
  })
}
