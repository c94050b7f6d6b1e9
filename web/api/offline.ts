import type { CommentReceipt } from '../../worker/contract/comments'
import type { ImportCheck, Imported, NewOfflineOpinion, OfflineView } from '../../worker/contract/offline'
import { within } from '../lib/links'
import { answerOf, api, slowApi } from './client'

export function getOffline(): Promise<OfflineView> {
  return answerOf(api.staff.offline.$get())
}

export function enterOpinion(json: NewOfflineOpinion): Promise<CommentReceipt> {
  return answerOf(api.staff.offline.$post({ json }))
}

export interface SentFile {
  fileName: string
  /** In Base64. */
  content: string
}

export function checkImport(json: SentFile): Promise<ImportCheck> {
  return answerOf(slowApi.staff.offline.check.$post({ json }))
}

export function importOpinions(json: SentFile & { sha256: string }): Promise<Imported> {
  return answerOf(slowApi.staff.offline.import.$post({ json }))
}

export const templateAddress = (format: 'xlsx' | 'csv') => within(`/api/staff/offline/template.${format}`)
