import { assertRole, type ServiceContext } from '../../context'
import type { ExportQuery } from '../../contract/staff'
import { byteStream } from './byte-stream'
import { commentWorkbook, type Source } from './comment-workbook'
import { csvRow } from './csv'
import { openScope } from './open-scope'
import { counted } from './reading/pages'
import { readPlanNames } from './reading/read-plan-names'
import { openExport } from './record/open-export'
import { csvFile } from './stream-csv'
import { fillAdoptionTable } from './tables/adoption-table'
import { fillCommentTable } from './tables/comment-table'
import type { FilledTable } from './tables/table'

/** A file on its way: what is behind it is read only as it is sent. */
export interface SentFile {
  id: string
  takenAt: string
  stream: ReadableStream<Uint8Array>
  /** Resolves when it is written down how the sending ended. */
  ended: Promise<void>
}

/** A table cut short looks like a whole one; an archive does not open. */
const lastWords = new TextEncoder().encode(csvRow(['导出中断：本文件不完整，请重新导出。']))

export type TakenKind = 'comments.csv' | 'comments.xlsx' | 'adoption.csv'

/** Opens an export for somebody of the office and records who took what; `clock` is the time as it passes. */
export async function takeExport(
  ctx: ServiceContext,
  kind: TakenKind,
  filters: ExportQuery,
  clock: () => Date,
): Promise<SentFile> {
  assertRole(ctx, 'staff')
  const { audience = 'staff', ...rest } = filters
  const scope = await openScope(ctx, { audience, filters: rest, takenAt: ctx.now })
  const names = await readPlanNames(ctx, scope)
  const record = await openExport(ctx, { kind, audience, filters: rest, snapshotAt: ctx.now }, clock)
  const source: Source = { read: record.read, scope, names, count: record.count }
  return {
    id: record.id,
    takenAt: scope.about.takenAt,
    stream: byteStream(
      record.follow(fileOf(ctx, kind, source), kind.endsWith('.csv') ? lastWords : undefined),
    ),
    ended: record.ended,
  }
}

function fileOf(ctx: ServiceContext, kind: TakenKind, source: Source): AsyncGenerator<Uint8Array> {
  const { read, scope, names, count } = source
  if (kind === 'comments.xlsx') return commentWorkbook(ctx, source)
  const followed = <Row>(table: FilledTable<Row>): FilledTable<Row> => ({
    ...table,
    rows: counted(table.rows, (rows) => count(rows.length)),
  })
  return kind === 'comments.csv'
    ? csvFile(followed(fillCommentTable(read, scope, names)))
    : csvFile(followed(fillAdoptionTable(read, scope, names)))
}
