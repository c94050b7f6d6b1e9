import type { QueueItemView, QueueView } from '../../../../worker/contract/moderation'
import type { ParticipantKind } from '../../../../worker/contract/words'

/** The queue as one moderator holds it. Decided items are hidden at once and dropped when the server agrees. */
export interface Queue {
  items: readonly QueueItemView[]
  hidden: ReadonlySet<string>
  selected: string | null
  /** Cursor of what is not loaded yet. */
  next: string | null
  pending: number
  byKind: Readonly<Record<ParticipantKind, number>>
}

export const emptyQueue: Queue = {
  items: [],
  hidden: new Set(),
  selected: null,
  next: null,
  pending: 0,
  byKind: { enterprise: 0, association: 0, institution: 0, individual: 0 },
}

const reserve = 12

/** One text of one comment: a resubmission is another. */
const textOf = (item: QueueItemView) => `${item.publicId}@${item.revision}`

export function visibleItems(queue: Queue): readonly QueueItemView[] {
  return queue.items.filter((item) => !queue.hidden.has(textOf(item)))
}

export function selectedItem(queue: Queue): QueueItemView | null {
  return visibleItems(queue).find((item) => item.publicId === queue.selected) ?? null
}

/** A fresh first page. Texts already held stay the same objects, and the selected one stays selected while it waits. */
export function firstPage(queue: Queue, view: QueueView): Queue {
  const held = new Map(queue.items.map((item) => [textOf(item), item]))
  const items = view.items.map((item) => held.get(textOf(item)) ?? item)
  const fresh = { ...queue, ...counted(queue, view), items, next: view.next }
  return selectedItem(fresh) ? fresh : { ...fresh, selected: visibleItems(fresh)[0]?.publicId ?? null }
}

/** The following page; what is known already is not shown twice. */
export function appendPage(queue: Queue, view: QueueView): Queue {
  const known = new Set(queue.items.map(textOf))
  const items = [...queue.items, ...view.items.filter((item) => !known.has(textOf(item)))]
  const longer = { ...queue, ...counted(queue, view), items, next: view.next }
  return selectedItem(longer) ? longer : { ...longer, selected: visibleItems(longer)[0]?.publicId ?? null }
}

/** Takes the item off the screen and puts the one after it there, or the one before when it was the last. */
export function hideItem(queue: Queue, item: QueueItemView): Queue {
  if (queue.hidden.has(textOf(item))) return queue
  const selected = queue.selected === item.publicId ? neighbour(queue, item.publicId) : queue.selected
  const hidden = new Set(queue.hidden).add(textOf(item))
  return { ...queue, ...moved(queue, item, -1), hidden, selected }
}

/** The decision failed: the item stands again where it stood. The selection stays, unless nothing else is left. */
export function restoreItem(queue: Queue, item: QueueItemView): Queue {
  if (!queue.hidden.has(textOf(item))) return queue
  const hidden = new Set(queue.hidden)
  hidden.delete(textOf(item))
  return { ...queue, ...moved(queue, item, 1), hidden, selected: queue.selected ?? item.publicId }
}

/** The server agrees: the item is gone for good, also from pages that were asked for before. */
export function dropItem(queue: Queue, item: QueueItemView): Queue {
  return { ...queue, items: queue.items.filter((other) => textOf(other) !== textOf(item)) }
}

export function selectItem(queue: Queue, publicId: string): Queue {
  return visibleItems(queue).some((item) => item.publicId === publicId)
    ? { ...queue, selected: publicId }
    : queue
}

/** One further or one back, stopping at the ends. */
export function stepSelection(queue: Queue, step: 1 | -1): Queue {
  const visible = visibleItems(queue)
  const index = visible.findIndex((item) => item.publicId === queue.selected)
  const target = visible[index === -1 ? 0 : index + step]
  return target ? { ...queue, selected: target.publicId } : queue
}

/** True when fewer than a dozen loaded items follow the selected one and the server has more. */
export function needsMore(queue: Queue): boolean {
  const visible = visibleItems(queue)
  const index = visible.findIndex((item) => item.publicId === queue.selected)
  return queue.next !== null && visible.length - 1 - index < reserve
}

function neighbour(queue: Queue, publicId: string): string | null {
  const visible = visibleItems(queue)
  const index = visible.findIndex((item) => item.publicId === publicId)
  return (visible[index + 1] ?? visible[index - 1])?.publicId ?? null
}

function moved(queue: Queue, item: QueueItemView, by: 1 | -1): Pick<Queue, 'pending' | 'byKind'> {
  const { kind } = item.author
  return {
    pending: Math.max(0, queue.pending + by),
    byKind: { ...queue.byKind, [kind]: Math.max(0, queue.byKind[kind] + by) },
  }
}

/** The server's counts, less the decisions that it had not seen when it counted. */
function counted(queue: Queue, view: QueueView): Pick<Queue, 'pending' | 'byKind'> {
  let counts = { ...queue, pending: view.pending, byKind: view.byKind }
  for (const item of view.items) {
    if (queue.hidden.has(textOf(item))) counts = { ...counts, ...moved(counts, item, -1) }
  }
  return { pending: counts.pending, byKind: counts.byKind }
}
