import { type Accessor, batch, createEffect, createMemo, createSignal, on } from 'solid-js'
import type { QueueItemView, QueueQuery } from '../../../../worker/contract/moderation'
import { ApiError, asApiError } from '../../../api/api-error'
import { getQueue } from '../../../api/moderation'
import {
  appendPage,
  dropItem,
  emptyQueue,
  firstPage,
  hideItem,
  needsMore,
  type Queue,
  restoreItem,
  selectedItem,
  selectItem,
  stepSelection,
  visibleItems,
} from './queue'

export type QueueFilter = Pick<QueueQuery, 'kind' | 'measure'>
export type Loading = 'first' | 'refresh' | 'more' | null

export interface Failure {
  during: Exclude<Loading, null>
  error: ApiError
}

const pageSize = 50
const largestPage = 100

/** Loads the queue for the filter, its further pages as the end comes near, and keeps the selection. */
export function createQueue(filter: Accessor<QueueFilter>) {
  const [queue, setQueue] = createSignal<Queue>(emptyQueue)
  const [loading, setLoading] = createSignal<Loading>(null)
  const [failure, setFailure] = createSignal<Failure | null>(null)
  const [loadedOnce, setLoadedOnce] = createSignal(false)
  let latest = 0

  async function load(kind: Exclude<Loading, null>, query: Pick<QueueQuery, 'after' | 'limit'>) {
    latest += 1
    const mine = latest
    setLoading(kind)
    setFailure(null)
    const view = await getQueue({ ...filter(), ...query }).catch(asApiError)
    if (mine !== latest) return
    batch(() => {
      setLoading(null)
      if (view instanceof ApiError) return setFailure({ during: kind, error: view })
      setQueue((held) => (kind === 'more' ? appendPage(held, view) : firstPage(held, view)))
      setLoadedOnce(true)
    })
  }

  const start = () => {
    setQueue((held) => ({ ...held, items: [], selected: null, next: null }))
    return load('first', { limit: pageSize })
  }
  const refresh = () =>
    load('refresh', { limit: Math.min(largestPage, Math.max(pageSize, visibleItems(queue()).length)) })
  const more = () => load('more', { after: queue().next ?? undefined, limit: pageSize })

  createEffect(on(filter, () => void start()))
  createEffect(() => {
    if (needsMore(queue()) && loading() === null && failure() === null) void more()
  })

  const change = (next: (held: Queue) => Queue) => {
    setQueue(next)
  }

  return {
    items: createMemo(() => visibleItems(queue())),
    selected: createMemo(() => selectedItem(queue())),
    position: createMemo(() => queue().selected),
    /** Counts are unknown until the server has answered once. */
    pending: () => (loadedOnce() ? queue().pending : undefined),
    byKind: () => (loadedOnce() ? queue().byKind : undefined),
    atEnd: () => queue().next === null,
    loading,
    failure,
    loadedOnce,
    start,
    refresh,
    more,
    select: (publicId: string) => change((held) => selectItem(held, publicId)),
    step: (by: 1 | -1) => change((held) => stepSelection(held, by)),
    hide: (item: QueueItemView) => change((held) => hideItem(held, item)),
    restore: (item: QueueItemView) => change((held) => restoreItem(held, item)),
    drop: (item: QueueItemView) => change((held) => dropItem(held, item)),
  }
}

export type QueueStore = ReturnType<typeof createQueue>
