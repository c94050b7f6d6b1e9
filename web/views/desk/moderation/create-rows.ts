import { batch, createSignal, type Signal } from 'solid-js'
import type { DeskEvent } from '../../../../worker/contract/moderation/news'
import type { QueueItemView } from '../../../../worker/contract/moderation/queue'
import {
  appendIds,
  expire,
  type Fate,
  hear,
  isInHand,
  mergeItem,
  nextWorkable,
  type Row,
  stepFrom,
} from './queue'

/** The list as it stands on screen: rows in the order in which they came, each a signal of its own, and the cursor. */
export function createRows() {
  const [order, setOrder] = createSignal<readonly number[]>([])
  const [position, setPosition] = createSignal<number | null>(null)
  const signals = new Map<number, Signal<Row>>()
  /** When a row was last changed here: an answer to an older question says nothing of that change. */
  const touched = new Map<number, number>()
  let moment = 0
  /** The moderator has decided the last one and goes on as soon as there is another. */
  let isWaiting = false

  const row = (reviewId: number): Row | undefined => signals.get(reviewId)?.[0]()

  function put(reviewId: number, next: Row) {
    const held = signals.get(reviewId)
    if (held) held[1](next)
    else signals.set(reviewId, createSignal(next))
  }

  function change(reviewId: number, next: (row: Row) => Row) {
    const held = signals.get(reviewId)
    if (!held) return
    moment += 1
    touched.set(reviewId, moment)
    held[1](next)
  }

  const goOn = () => {
    const next = nextWorkable(order(), row, position())
    isWaiting = next === null
    if (next !== null) setPosition(next)
  }

  return {
    order,
    position,
    row,
    moment: () => moment,
    clear() {
      signals.clear()
      touched.clear()
      isWaiting = false
      batch(() => {
        setOrder([])
        setPosition(null)
      })
    },
    /** Takes in what the server answered to a question asked at that moment. */
    merge(items: readonly QueueItemView[], askedAt: number) {
      batch(() => {
        for (const item of items) {
          const id = item.reviewId
          if ((touched.get(id) ?? 0) <= askedAt) put(id, mergeItem(signals.get(id)?.[0](), item))
        }
        setOrder((held) =>
          appendIds(
            held,
            items.map(({ reviewId }) => reviewId),
          ),
        )
        if (position() === null || isWaiting) goOn()
        if (position() === null) setPosition(order()[0] ?? null)
      })
    },
    drop(ids: ReadonlySet<number>) {
      setOrder((held) => held.filter((id) => !ids.has(id)))
      for (const id of ids) signals.delete(id)
    },
    /** What the server answered to an act of this moderator: true whatever was heard meanwhile. */
    accept: (item: QueueItemView) => change(item.reviewId, (held) => mergeItem(held, item)),
    patch: (reviewId: number, part: Partial<QueueItemView>) =>
      change(reviewId, (held) => ({ ...held, item: { ...held.item, ...part } })),
    settle: (reviewId: number, fate: Fate | null) => change(reviewId, (held) => ({ ...held, fate })),
    hear: (event: DeskEvent, me: string | undefined, isClosing: boolean) => {
      if (event.reviewId !== null) change(event.reviewId, (held) => hear(held, event, me, isClosing))
    },
    /** Rows that were thought to be in hand and are not among those that the server names. */
    expireAllBut(kept: ReadonlySet<number>, askedAt: number) {
      batch(() => {
        for (const id of order()) {
          const held = row(id)
          if (held && isInHand(held) && !kept.has(id) && (touched.get(id) ?? 0) <= askedAt) change(id, expire)
        }
      })
    },
    select(reviewId: number) {
      isWaiting = false
      if (signals.has(reviewId)) setPosition(reviewId)
    },
    step(by: 1 | -1) {
      isWaiting = false
      setPosition((held) => stepFrom(order(), held, by))
    },
    advance: goOn,
  }
}

export type Rows = ReturnType<typeof createRows>
