import { batch, createSignal, onCleanup } from 'solid-js'
import type { QueueItemView } from '../../../../worker/contract/moderation'
import type { Decision } from '../../../../worker/contract/words'
import { ApiError, asApiError } from '../../../api/api-error'
import { sendDecision } from '../../../api/moderation'
import { t } from '../../../locales/desk'
import type { QueueStore } from './create-queue'
import { forgetNote, noteFor } from './drafts'
import { actName, authorName, doneName } from './names'

export interface Choice {
  decision: Decision
  reason: string
  note: string
}

export interface Notice {
  id: number
  kind: 'failed' | 'lost' | 'changed'
  item: QueueItemView
  choice: Choice
  title: string
  sentences: string[]
  signIn: boolean
}

/** Decides optimistically: the item leaves the screen at once and comes back, with a notice, if the server says no. */
export function createDecisions(queue: QueueStore) {
  const [notices, setNotices] = createSignal<readonly Notice[]>([])
  const [status, setStatus] = createSignal('')
  const [sending, setSending] = createSignal(0)
  let lastNotice = 0

  const dismiss = (notice: Notice) => setNotices((all) => all.filter((other) => other.id !== notice.id))
  const dismissFor = (item: QueueItemView) =>
    setNotices((all) => all.filter((other) => other.item.publicId !== item.publicId))

  function tell(kind: Notice['kind'], item: QueueItemView, choice: Choice, error: ApiError) {
    lastNotice += 1
    const name = authorName(item.author)
    const title =
      kind === 'lost'
        ? t.notice.lost(name)
        : kind === 'changed'
          ? t.notice.changed(name)
          : t.notice.failed(actName(item, choice.decision), name)
    const kept = kind !== 'lost' && choice.note.trim() ? [t.notice.noteKept] : []
    const sentences = [...error.sentences, ...consequence[kind], ...kept]
    const signIn = error.code === 'unauthenticated'
    setNotices((all) => [...all, { id: lastNotice, kind, item, choice, title, sentences, signIn }])
  }

  function fail(item: QueueItemView, choice: Choice, error: ApiError) {
    if (error.code === 'already_decided' || error.code === 'not_found') {
      queue.drop(item)
      return tell('lost', item, choice, error)
    }
    if (error.code === 'revision_changed') {
      queue.drop(item)
      tell('changed', item, choice, error)
      return void queue.refresh()
    }
    queue.restore(item)
    tell('failed', item, choice, error)
  }

  async function decide(item: QueueItemView, choice: Choice) {
    dismissFor(item)
    queue.hide(item)
    setSending((count) => count + 1)
    const answer = await sendDecision({
      publicId: item.publicId,
      revision: item.revision,
      decision: choice.decision,
      reason: choice.reason || undefined,
      note: choice.note.trim() || undefined,
    }).catch(asApiError)
    batch(() => {
      setSending((count) => count - 1)
      if (answer instanceof ApiError) return fail(item, choice, answer)
      queue.drop(item)
      if (noteFor(item.publicId) === choice.note) forgetNote(item.publicId)
      setStatus(t.decision.sent(doneName(item, choice.decision), authorName(item.author)))
    })
  }

  const warn = (event: BeforeUnloadEvent) => {
    if (sending() > 0) event.preventDefault()
  }
  window.addEventListener('beforeunload', warn)
  onCleanup(() => window.removeEventListener('beforeunload', warn))

  return { notices, status, decide, dismiss }
}

const consequence: Record<Notice['kind'], string[]> = {
  failed: [t.notice.keptInQueue],
  lost: [],
  changed: [t.notice.returnsLater],
}

export type Decisions = ReturnType<typeof createDecisions>
