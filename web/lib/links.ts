import type { CommentFilter } from '../../worker/contract/comments'
import { opinionField } from '../../worker/contract/target-fields'
import type { Language, TargetOpinion } from '../../worker/contract/words'

function withQuery(path: string, query: Record<string, string | null | undefined>, fragment = ''): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value)
  const text = search.toString()
  return `${path}${text ? `?${text}` : ''}${fragment && `#${fragment}`}`
}

export type ThreadPlace = Partial<CommentFilter> & {
  after?: string | null | undefined
  /** An earlier revision of the text. */
  revision?: number | undefined
}

/** A measure, with the thread as the reader wants it; what is usual stays out of the address. */
export function measurePath(key: string, place: ThreadPlace = {}, fragment = ''): string {
  return withQuery(
    `/measures/${key}`,
    {
      clause: place.clause,
      kind: place.kind,
      sort: place.sort === 'newest' ? null : place.sort,
      after: place.after,
      revision: place.revision?.toString(),
    },
    fragment,
  )
}

export function commentFormPath(
  key: string,
  about: { clause?: string | null; quote?: string | null; parent?: string | null } = {},
) {
  return withQuery(`/measures/${key}/comment`, about)
}

/** The form with an opinion on a target chosen already. */
export function answerTargetPath(measure: string, clause: string, target: string, opinion: TargetOpinion) {
  return withQuery(`/measures/${measure}/comment`, { clause, [opinionField(target)]: opinion })
}

export const commentPath = (publicId: string) => `/comments/${publicId}`
export const revisionsPath = (change?: number) => (change ? `/revisions#change-${change}` : '/revisions')
export const receiptPath = (publicId: string) => `/receipts/${publicId}`
export const searchPath = (query: string, after?: string | null) => withQuery('/search', { q: query, after })
export const figuresPath = '/figures'
export const policyPath = '/policy'
export const transparencyPath = '/transparency'
export const openDataPath = '/open-data'
export const evidencePath = (consultation: string) => `/api/evidence/${consultation}.zip`
export const resultsPath = '/results'
export const reportPath = '/results/print'
export const resultPath = (measure: string, after?: string | null) =>
  withQuery(`/results/${measure}`, { after })
export const moderationLogPath = (query: { decision?: string | undefined; after?: string | null } = {}) =>
  withQuery('/moderation-log', query)
export const languagePath = (language: Language, back: string) => withQuery(`/language/${language}`, { back })
