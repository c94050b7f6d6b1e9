import { beijingTimestamp } from '../../contract/beijing-time'
import type { ExplainedColumn } from './columns/column'
import type { FilledTable } from './tables/table'
import type { SheetColumn } from './xlsx/cells'
import {
  contentTypesXml,
  type FinishedSheet,
  rootRelationshipsXml,
  sheetPath,
  workbookRelationshipsXml,
  workbookXml,
} from './xlsx/package-parts'
import { pageSetup } from './xlsx/page-setup'
import type { PrintedLines } from './xlsx/printed-lines'
import { RowCursor } from './xlsx/row-cursor'
import { SharedStrings } from './xlsx/shared-strings'
import { stylesXml } from './xlsx/styles'
import { type SheetLimits, worksheet } from './xlsx/worksheet'
import { type ZipEntry, zip } from './xlsx/zip'

const excelLimits: SheetLimits = { rows: 1_048_500, bytes: 2 ** 31 }
/** What is as wide as this may hold a long text, which a cell marked as text by its format shows as hash signs. */
const proseWidth = 20

export interface Sheet<Row> {
  table: FilledTable<Row>
  /** Where the table is signed on paper. */
  printed?: PrintedLines
  /** Stands before all others, though its rows are known after theirs. */
  isFirst?: boolean
}

/**
 * A workbook, sheet by sheet; a table goes on with further sheets past `limits`. Memory does not grow with the rows, and the
 * same rows give the same bytes.
 */
export function workbookFile(
  sheets: Iterable<Sheet<never>>,
  takenAt: string,
  limits: SheetLimits = excelLimits,
): AsyncGenerator<Uint8Array> {
  return zip(workbookEntries(sheets, limits), beijingTimestamp(takenAt))
}

async function* workbookEntries(
  sheets: Iterable<Sheet<never>>,
  limits: SheetLimits,
): AsyncGenerator<ZipEntry> {
  const strings = new SharedStrings()
  const finished: (FinishedSheet & { isFirst: boolean })[] = []
  for (const { table, printed, isFirst = false } of sheets) {
    const rows = new RowCursor(table.rows)
    const columns = table.columns.map((column) => sheetColumn(column, printed !== undefined))
    const { across } = pageSetup(columns)
    try {
      let part = 0
      do {
        part += 1
        const name = part === 1 ? table.zh : `${table.zh}（${part}）`
        const path = sheetPath(finished.length)
        const content = worksheet(
          columns,
          rows,
          strings,
          limits,
          (extent) => {
            finished.push({ name, path, columns: columns.length, across, isFirst, ...extent })
          },
          printed,
        )
        yield { path, content }
      } while (await rows.hasMore())
    } finally {
      await rows.close()
    }
  }
  const ordered = [
    ...finished.filter(({ isFirst }) => isFirst),
    ...finished.filter(({ isFirst }) => !isFirst),
  ]
  yield part('xl/styles.xml', stylesXml)
  yield part('xl/sharedStrings.xml', strings.toXml())
  yield part('xl/workbook.xml', workbookXml(ordered))
  yield part('xl/_rels/workbook.xml.rels', workbookRelationshipsXml(ordered))
  yield part('_rels/.rels', rootRelationshipsXml)
  yield part('[Content_Types].xml', contentTypesXml(ordered))
}

function sheetColumn(column: ExplainedColumn<never>, isPrinted: boolean): SheetColumn<never> {
  const { zh, width, type, repeats = false, value } = column
  const plain = type === 'text' && width >= proseWidth ? 'prose' : type
  const style = isPrinted ? (type === 'integer' ? 'printedInteger' : 'printed') : plain
  return { title: zh, width, style, repeats, value }
}

const encoder = new TextEncoder()

function part(path: string, xml: string): ZipEntry {
  const bytes = encoder.encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`)
  return { path, content: onePart(bytes) }
}

async function* onePart(bytes: Uint8Array) {
  yield bytes
}
