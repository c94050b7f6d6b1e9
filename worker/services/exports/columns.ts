import { columnMeanings, type Meaning } from './column-meanings'
import { authorColumns } from './columns/author-columns'
import type { ListedColumn } from './columns/column'
import { commentColumns } from './columns/comment-columns'
import { decisionColumns } from './columns/decision-columns'
import { placeColumns } from './columns/place-columns'

export type ExportColumn = ListedColumn & { meaning: Meaning }

const listed: ListedColumn[] = [...placeColumns, ...authorColumns, ...commentColumns, ...decisionColumns]

/** What staff take away: the header, the cells and the data dictionary all follow this list. */
export const exportColumns: ExportColumn[] = listed.map((column) => ({
  ...column,
  meaning: columnMeanings[column.key],
}))
