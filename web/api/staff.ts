import type { ExportQuery, SummaryView } from '../../worker/contract/staff'
import { answerOf, api } from './client'

export function getSummary(): Promise<SummaryView> {
  return answerOf(api.staff.summary.$get())
}

/** Where a download starts; it is a link, so that the browser streams it to disk. */
export function exportAddress(format: 'csv' | 'xlsx', query: ExportQuery): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const text = new URLSearchParams(given).toString()
  return `/api/staff/exports/comments.${format}${text ? `?${text}` : ''}`
}

export const dictionaryAddress = '/api/staff/exports/dictionary.csv'
