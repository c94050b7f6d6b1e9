import type { ExportListView, ExportRecordView } from '../../worker/contract/exports'
import type { ExportQuery, SummaryView } from '../../worker/contract/staff'
import type { ExportAudience } from '../../worker/contract/words'
import { within } from '../lib/links'
import { answerOf, api } from './client'

export function getSummary(): Promise<SummaryView> {
  return answerOf(api.staff.summary.$get())
}

export function listExports(): Promise<ExportListView> {
  return answerOf(api.staff.exports.$get())
}

export function cancelExport(id: string): Promise<ExportRecordView> {
  return answerOf(api.staff.exports[':id'].cancel.$post({ param: { id } }))
}

/** Where a download starts; it is a link, so that the browser streams it to disk. */
export function exportAddress(
  file: 'comments.csv' | 'comments.xlsx' | 'adoption.csv',
  query: ExportQuery,
): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const text = new URLSearchParams(given).toString()
  return within(`/api/staff/exports/${file}${text ? `?${text}` : ''}`)
}

export const dictionaryAddress = within('/api/staff/exports/dictionary.csv')
export const evidenceAddress = within('/api/staff/evidence.zip')
export const reportAddress = (audience: ExportAudience) =>
  within(`/api/staff/exports/report.docx?audience=${audience}`)
