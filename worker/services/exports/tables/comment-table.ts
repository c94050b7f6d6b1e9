import { exportColumns } from '../columns'
import type { ExportRow } from '../export-row'
import type { ReadPage } from '../reading/pages'
import { readExportRows } from '../reading/read-export-rows'
import type { PlanNames } from '../reading/read-plan-names'
import type { ExportScope } from '../scope'
import { type FilledTable, type Table, tableFor } from './table'

export const commentTable: Table<ExportRow> = {
  name: 'comments',
  zh: '意见明细',
  en: 'Comments',
  about: { zh: '每条意见一行，含回复。', en: 'A row for each comment, replies among them.' },
  columns: exportColumns,
}

export const fillCommentTable = (
  read: ReadPage,
  scope: ExportScope,
  names: PlanNames,
): FilledTable<ExportRow> => ({
  ...tableFor(scope.audience, commentTable),
  rows: readExportRows(read, scope, names),
})
