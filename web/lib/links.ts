import { baseOf } from '../../worker/contract/addresses'
import type { CommentFilter } from '../../worker/contract/comments'
import { opinionField } from '../../worker/contract/target-fields'
import type { Language, TargetOpinion, TextSize } from '../../worker/contract/words'

/** What the addresses of this page's consultation begin with: `/c/2020-work-plan`, nothing for the current one. */
let base = typeof document === 'undefined' ? '' : (document.documentElement.dataset.base ?? '')
/** The key of the consultation that this page was drawn for; null where the page says of none. */
let drawnFor =
  typeof document === 'undefined' ? null : (document.documentElement.dataset.consultation ?? null)

/** Has the links that `draw` makes lead to pages of the same consultation. Drawing is synchronous: no two pages are drawn at once. */
export function linkingWithin<Drawn>(
  prefix: string,
  draw: () => Drawn,
  consultation: string | null = null,
): Drawn {
  const before = [base, drawnFor] as const
  ;[base, drawnFor] = [prefix, consultation]
  try {
    return draw()
  } finally {
    ;[base, drawnFor] = before
  }
}

/** What names the consultation that this page was drawn for, even where its own address names none. */
export const ownBase = (): string => baseOf(drawnFor) || base

/** A page of this consultation, or an address of its API: that one names the consultation, for another may be current when it is asked. */
export const within = (path: string): string =>
  path.startsWith('/api/') ? `/api${ownBase()}${path.slice(4)}` : path === '/' && base ? base : base + path

/** Where the form of a page is sent: to the consultation that it was drawn for, whichever is current by then. */
export function sentTo(page: string): string {
  if (ownBase() === '') throw new Error(`a form for ${page} is drawn without its consultation`)
  return base ? page : ownBase() + page
}

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
    within(`/measures/${key}`),
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

/** Where a script finds the newest comments on a measure. */
export const commentsAddress = (key: string) => within(`/api/measures/${key}/comments?limit=100`)

export function commentFormPath(
  key: string,
  about: { clause?: string | null; quote?: string | null; parent?: string | null; start?: string } = {},
) {
  return withQuery(within(`/measures/${key}/comment`), about)
}

/** The form with an opinion on a target chosen already. */
export function answerTargetPath(measure: string, clause: string, target: string, opinion: TargetOpinion) {
  return withQuery(within(`/measures/${measure}/comment`), { clause, [opinionField(target)]: opinion })
}

export const commentPath = (publicId: string) => within(`/comments/${publicId}`)
export const supportPath = (publicId: string) => within(`/comments/${publicId}/support`)
export const revisionsPath = (change?: number) =>
  within(change ? `/revisions#change-${change}` : '/revisions')
export const receiptPath = (publicId: string) => `/receipts/${publicId}`
export const changePath = (publicId: string) => `${receiptPath(publicId)}/edit`
export const slipFilePath = (publicId: string) => `${receiptPath(publicId)}/file`
export const erasePath = (publicId: string) => `${receiptPath(publicId)}/erase`
export const ownDataPath = (publicId: string) => `${receiptPath(publicId)}/data`
export const stampedFormPath = (publicId: string) => `${receiptPath(publicId)}/form`
export const scanUploadPath = (publicId: string) => `${receiptPath(publicId)}/stamped#stamped`
export const verifyFormPath = (about: { id?: string; revision?: string; hash?: string } = {}) =>
  withQuery('/verify-form', about)
export const searchPath = (query: string, after?: string | null) =>
  withQuery(within('/search'), { q: query, after })
export const homePath = () => within('/')
export const consultationsPath = '/consultations'
/** The list of all, or the one that a previewed draft stands in. */
export const listPath = (draft: string | undefined) =>
  draft === undefined ? consultationsPath : within(consultationsPath)
export const consultationPath = (key: string) => `/c/${key}`
export const figuresPath = () => within('/figures')
export const policyPath = () => within('/policy')
export const privacyPath = (version?: number) => withQuery('/privacy', { version: version?.toString() })
export const transparencyPath = '/transparency'
export const openDataPath = () => within('/open-data')
export const evidencePath = (consultation: string) => `/api/evidence/${consultation}.zip`
export const resultsPath = () => within('/results')
export const reportPath = () => within('/results/print')
export const resultPath = (measure: string, after?: string | null) =>
  withQuery(within(`/results/${measure}`), { after })
export const followPath = (measure?: string) => withQuery(within('/follow'), { measure })
export const responsePath = (to = '') => within(`/enterprise/response${to}`)
export const versionPath = (version: number, to = '') => responsePath(`/versions/${version}${to}`)
export const responseEntryPath = (measure: string, clause?: string | null) =>
  withQuery(within(`/enterprise/response/measures/${measure}`), { clause })
export const unsubscribePath = (token: string) => withQuery(within('/follow/unsubscribe'), { token })
export type FeedName = `measures/${string}` | 'answers' | 'results' | 'revisions'
export const feedPath = (name: FeedName, language: Language) =>
  withQuery(within(`/feeds/${name}.atom`), { language: language === 'zh' ? null : language })
export const moderationLogPath = (query: { decision?: string | undefined; after?: string | null } = {}) =>
  withQuery(within('/moderation-log'), query)
/** The way back to where somebody wanted to go before signing in. */
export const withNext = (path: string, next: string) => withQuery(path, { next })
export const languagePath = (language: Language, back: string) => withQuery(`/language/${language}`, { back })
export const textSizePath = (size: TextSize, back: string) => withQuery(`/text-size/${size}`, { back })
