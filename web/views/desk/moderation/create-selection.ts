import { createMemo, createSignal } from 'solid-js'
import type { Selection } from '../../../../worker/contract/moderation/batches'
import type { QueueFilter } from '../../../../worker/contract/moderation/queue'
import type { ReviewKind } from '../../../../worker/contract/words'
import type { QueueStore } from './create-queue'
import { isWorkable } from './queue'

/** What an appeal or a blind re-check asks is decided one by one. */
const forMany: readonly ReviewKind[] = ['first', 'second']

/** What one decision is to be about: ticked rows, or all of the queue in view. */
export function createSelection(queue: QueueStore, filter: () => QueueFilter) {
  const [ticked, setTicked] = createSignal<ReadonlySet<number>>(new Set())
  const [isWhole, setWhole] = createSignal(false)

  const mayBeTicked = (id: number) => {
    const row = queue.row(id)
    return row !== undefined && isWorkable(row) && forMany.includes(row.item.reviewKind)
  }
  /** In the order of the list; what was decided meanwhile drops out. */
  const chosen = createMemo(() => queue.rows().filter((id) => ticked().has(id) && mayBeTicked(id)))
  const items = createMemo(() => chosen().flatMap((id) => queue.item(id) ?? []))

  function clear() {
    setTicked(new Set<number>())
    setWhole(false)
  }

  return {
    has: (id: number) => isWhole() || ticked().has(id),
    isWhole,
    count: () => chosen().length,
    isEmpty: () => !isWhole() && chosen().length === 0,
    /** Cards that stand for more comments than the one that they show. */
    cards: () => items().filter(({ group }) => (group?.open ?? 1) > 1).length,
    isOneGroup() {
      const groups = new Set(items().map(({ group }) => group?.id ?? null))
      return items().length > 1 && groups.size === 1 && !groups.has(null)
    },
    toggle(id: number) {
      setWhole(false)
      setTicked((held) => {
        const next = new Set(held)
        if (!next.delete(id) && mayBeTicked(id)) next.add(id)
        return next
      })
    },
    tick: (id: number) => mayBeTicked(id) && setTicked((held) => new Set(held).add(id)),
    /** All in hand; where they are ticked already, the whole queue. */
    all() {
      const hand = queue.inHand().filter(mayBeTicked)
      const isAll = hand.length > 0 && hand.every((id) => ticked().has(id))
      if (isAll) setWhole(true)
      else setTicked(new Set(hand))
    },
    whole: () => setWhole(true),
    clear,
    asked: (): Selection =>
      isWhole()
        ? { of: 'filter', filter: filter() }
        : {
            of: 'chosen',
            reviews: items().map(({ publicId, reviewId, revision }) => ({ publicId, reviewId, revision })),
          },
  }
}

export type SelectionStore = ReturnType<typeof createSelection>
