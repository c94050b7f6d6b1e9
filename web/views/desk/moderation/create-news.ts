import { batch, createMemo, createSignal } from 'solid-js'
import type { DeskEvent, DeskNews } from '../../../../worker/contract/moderation/news'
import type { CountsStore } from './create-counts'
import type { QueueStore } from './create-queue'
import { closedBy } from './live'
import { isInHand } from './queue'

interface Parts {
  queue: QueueStore
  counts: CountsStore
  me: () => string | undefined
}

/** What the news change on screen: rows in place, the figures, and the number of what has come up meanwhile. */
export function createNews({ queue, counts, me }: Parts) {
  const [arrived, setArrived] = createSignal<ReadonlySet<number>>(new Set())

  const isKnown = (id: number) => queue.row(id) !== undefined
  const unknown = (events: readonly DeskEvent[], fits: (event: DeskEvent) => boolean) =>
    events.flatMap((event) =>
      fits(event) && event.reviewId !== null && !isKnown(event.reviewId) ? [event.reviewId] : [],
    )

  /** Let go, but not here: a page that was left a moment ago said so too late, and what is looked at is dealt again. */
  const isOfHand = ({ kind, by, reviewId }: DeskEvent) => {
    const row = reviewId === null ? undefined : queue.row(reviewId)
    return kind === 'held' && by === null && row !== undefined && isInHand(row)
  }

  return {
    arrived: createMemo(() => {
      const shown = new Set(queue.rows())
      return [...arrived()].filter((id) => !shown.has(id)).length
    }),
    forget: () => setArrived(new Set<number>()),
    take({ events, isGap }: DeskNews) {
      const closed = closedBy(events)
      const fresh = unknown(events, ({ kind }) => kind === 'opened')
      const mine = unknown(events, ({ kind, by }) => kind === 'held' && by?.id === me())
      const isDropped = events.some(isOfHand)
      const isFreed = events.some(({ kind, by }) => kind === 'held' && by === null)
      batch(() => {
        for (const event of events)
          queue.hear(event, me(), event.reviewId !== null && closed.has(event.reviewId))
        setArrived((held) => new Set([...held, ...fresh].filter((id) => !closed.has(id))))
      })
      counts.soon()
      if (isGap) void queue.recover()
      else if (isDropped) {
        void queue.deal()
        queue.dealSoon(() => true)
      } else if (mine.length > 0) queue.dealSoon(() => !mine.every(isKnown))
      else if (fresh.length > 0 || isFreed) queue.dealSoon()
    },
  }
}
