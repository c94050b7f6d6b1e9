import { byteStream } from '../../../worker/services/exports/byte-stream'
import type { ExportRow } from '../../../worker/services/exports/export-row'
import { type Sheet, workbookFile } from '../../../worker/services/exports/workbook'
import { commentsOf, scope } from './row'

/** A workbook of comments alone. */
export function streamXlsx(
  pages: AsyncIterable<ExportRow[]>,
  limits?: { rows: number; bytes: number },
): ReadableStream<Uint8Array> {
  const sheets: Sheet<never>[] = [{ table: commentsOf(pages) as never }]
  return byteStream(workbookFile(sheets, scope.about.takenAt, limits))
}
