import { createSignal } from 'solid-js'
import type { QueueItemView } from '../../../../worker/contract/moderation/queue'
import type { ApiError } from '../../../api/api-error'
import { t } from '../../../locales/desk'
import type { Choice } from './choices'
import { actName, authorName } from './names'

type NoticeKind = 'failed' | 'lost' | 'changed' | 'held' | 'late' | 'kept' | 'unpassed'

export interface Notice {
  id: number
  kind: NoticeKind
  item: QueueItemView
  choice: Choice | null
  title: string
  sentences: readonly string[]
  /** What was typed, ready to be copied. */
  typed: readonly string[]
  signIn: boolean
}

const consequence: Record<NoticeKind, string[]> = {
  failed: [t.notice.keptInQueue],
  lost: [],
  changed: [t.notice.newText],
  held: [t.notice.heldText],
  late: [t.notice.lateText],
  kept: [t.notice.keptText],
  unpassed: [t.notice.keptInQueue],
}

const codes: Partial<Record<ApiError['code'], NoticeKind>> = {
  already_decided: 'lost',
  not_found: 'lost',
  act_not_allowed: 'lost',
  colleague_required: 'lost',
  already_effective: 'late',
  revision_changed: 'changed',
  held_by_other: 'held',
}

/** What became of a decision that the server refused. */
export const noticeKindOf = ({ code }: ApiError): NoticeKind => codes[code] ?? 'failed'

/** What did not go as the moderator decided; each stays until it is dealt with. */
export function createNotices() {
  const [notices, setNotices] = createSignal<readonly Notice[]>([])
  let lastId = 0

  return {
    notices,
    dismiss: (notice: Notice) => setNotices((all) => all.filter((other) => other.id !== notice.id)),
    dismissFor: ({ reviewId }: QueueItemView) =>
      setNotices((all) => all.filter((other) => other.item.reviewId !== reviewId)),
    /** Without a choice it is about passing the item on, with a note to the colleague. */
    tell(kind: NoticeKind, item: QueueItemView, choice: Choice | null, error: ApiError | null, note = '') {
      lastId += 1
      const name = authorName(item.author)
      const title = t.notice.titles[kind](name, choice ? actName(item, choice.decision) : t.pass.act)
      const typed = [choice?.note ?? note, choice?.internalNote ?? ''].filter((text) => text.trim() !== '')
      const sentences = [...(error?.sentences ?? []), ...consequence[kind]]
      const signIn = error?.code === 'unauthenticated'
      setNotices((all) => [...all, { id: lastId, kind, item, choice, title, sentences, typed, signIn }])
    },
  }
}
