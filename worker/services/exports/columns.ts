import { columnMeanings } from './column-meanings'
import { authorColumns } from './columns/author-columns'
import type { ExplainedColumn, ListedColumn } from './columns/column'
import { commentColumns } from './columns/comment-columns'
import { decisionColumns } from './columns/decision-columns'
import { handlingColumns } from './columns/handling-columns'
import { placeColumns } from './columns/place-columns'
import type { ExportRow } from './export-row'

export type ExportColumn = ExplainedColumn<ExportRow>

const listed: ListedColumn[] = [
  ...placeColumns,
  ...authorColumns,
  ...commentColumns,
  ...decisionColumns,
  ...handlingColumns,
]

/** What staff take away: the header, the cells and the data dictionary all follow this list. */
export const exportColumns: ExportColumn[] = listed.map((column) => ({
  ...column,
  meaning: columnMeanings[column.key],
}))
