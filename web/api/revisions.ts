import type {
  ClauseChangeInput,
  DraftMeasure,
  OrphanPage,
  PublishRevision,
  RevisionsOverview,
} from '../../worker/contract/revisions'
import { answerOf, api } from './client'

export function getRevisions(): Promise<RevisionsOverview> {
  return answerOf(api.staff.revisions.$get())
}

export function startRevision(): Promise<RevisionsOverview> {
  return answerOf(api.staff.revisions.$post({ json: { note: '' } }))
}

export function getDraftMeasure(key: string): Promise<DraftMeasure> {
  return answerOf(api.staff.revisions.measures[':key'].$get({ param: { key } }))
}

export function changeClause(change: ClauseChangeInput): Promise<DraftMeasure> {
  return answerOf(api.staff['revision-draft'].changes.$post({ json: change }))
}

export function publishRevision(draft: PublishRevision): Promise<RevisionsOverview> {
  return answerOf(api.staff['revision-draft'].publish.$post({ json: draft }))
}

export function getOrphans(after?: string): Promise<OrphanPage> {
  return answerOf(api.staff.orphans.$get({ query: after ? { after } : {} }))
}
