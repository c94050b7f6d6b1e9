import { type Accessor, batch, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { limits } from '../../../../worker/contract/limits'
import type { DeskEvent } from '../../../../worker/contract/moderation/news'
import type { QueueFilter, QueueItemView } from '../../../../worker/contract/moderation/queue'
import { ApiError, asApiError } from '../../../api/api-error'
import { dealHand, getQueue, getReview } from '../../../api/moderation'
import { createRows } from './create-rows'
import { fateOf, isInHand, isOwnWork } from './queue'

export type Loading = 'first' | 'refresh' | 'more' | null

interface Failure {
  during: Exclude<Loading, null>
  error: ApiError
}

/** The next hand is fetched while there is still work for a while in this one. */
const lowHand = 4
/** Rows left below the cursor when the following page is fetched. */
const reserve = 6
const dealPause = 1000

/** What this moderator holds, then what waits beyond: rows are added at the end, and none ever moves. */
export function createQueue(filter: Accessor<QueueFilter>, isPresent: () => boolean) {
  const rows = createRows()
  const [loading, setLoading] = createSignal<Loading>(null)
  const [failure, setFailure] = createSignal<Failure | null>(null)
  const [loadedOnce, setLoadedOnce] = createSignal(false)
  const [next, setNext] = createSignal<string | null>(null)
  /** The server had nothing more to deal when it was last asked. */
  const [isDry, setDry] = createSignal(true)
  /** What was in hand when the view before was left, told once the hand of this one is there. */
  const [leftBehind, setLeftBehind] = createSignal<readonly QueueItemView[]>([])
  /** The latest end of a hold that this page was told: what is given back is no hold of another page. */
  let heldUntil: string | null = null
  const noteHeld = (until: string) => {
    if (heldUntil === null || until > heldUntil) heldUntil = until
  }
  const dealOf = async () => {
    const hand = await dealHand(filter()).catch(asApiError)
    if (!(hand instanceof ApiError)) noteHeld(hand.heldUntil)
    return hand
  }
  let visit = 0
  let isDealing = false
  let dealTimer: ReturnType<typeof setTimeout> | undefined

  const inHand = createMemo(() =>
    rows.order().filter((id) => {
      const row = rows.row(id)
      return row !== undefined && isInHand(row)
    }),
  )
  const itemsInHand = () => inHand().flatMap((id) => rows.row(id)?.item ?? [])

  /** The answer, unless it failed or came after the view was left. */
  const answered = <Answer>(mine: number, during: Exclude<Loading, null>, answer: Answer | ApiError) => {
    if (mine !== visit) return undefined
    if (!(answer instanceof ApiError)) return answer
    setFailure({ during, error: answer })
    return undefined
  }

  /** The hand and what lies beyond it, asked for together; the hand is shown as soon as it is there. */
  async function load(kind: 'first' | 'refresh', limit?: number) {
    const mine = visit
    const askedAt = rows.moment()
    setLoading(kind)
    setFailure(null)
    const page = getQueue({ ...filter(), limit }).catch(asApiError)
    const hand = answered(mine, kind, await dealOf())
    if (hand) {
      batch(() => {
        rows.merge(hand.items, askedAt)
        setDry(hand.items.length < limits.handSize)
        setLoadedOnce(true)
      })
    }
    const beyond = answered(mine, kind, await page)
    if (mine !== visit) return undefined
    batch(() => {
      if (beyond && hand) {
        rows.merge(beyond.items, askedAt)
        if (kind === 'first' || next() === null) setNext(beyond.next)
      }
      setLoading(null)
    })
    return (
      beyond &&
      hand && { ids: [...hand.items, ...beyond.items].map(({ reviewId }) => reviewId), next: beyond.next }
    )
  }

  async function enter() {
    visit += 1
    const mine = visit
    const left = filter().view === 'mine' ? [] : itemsInHand()
    rows.clear()
    setNext(null)
    setLoadedOnce(false)
    await load('first')
    if (mine === visit) setLeftBehind(left)
  }

  async function deal() {
    if (isDealing || loading() === 'first') return
    isDealing = true
    const mine = visit
    const askedAt = rows.moment()
    const held = inHand().length
    const hand = await dealOf()
    isDealing = false
    if (mine !== visit) return
    batch(() => {
      if (!(hand instanceof ApiError)) rows.merge(hand.items, askedAt)
      setDry(inHand().length <= held)
    })
  }

  async function more() {
    const after = next()
    if (after === null || loading() !== null) return
    const mine = visit
    const askedAt = rows.moment()
    setLoading('more')
    setFailure(null)
    const page = answered(mine, 'more', await getQueue({ ...filter(), after }).catch(asApiError))
    if (mine !== visit) return
    batch(() => {
      setLoading(null)
      if (!page) return
      rows.merge(page.items, askedAt)
      setNext(page.next)
    })
  }

  /** One row as the server has it now; what no longer waits is said to be decided, by whom where that is known. */
  async function reload(
    reviewId: number,
    decided: ApiError['decided'] = null,
  ): Promise<QueueItemView | ApiError> {
    const askedAt = rows.moment()
    const item = await getReview(reviewId).catch(asApiError)
    if (!(item instanceof ApiError)) rows.merge([item], askedAt)
    else if (item.code === 'not_found') rows.settle(reviewId, fateOf(decided))
    return item
  }

  /** After a time without news: what stands below the cursor is loaded anew, what stands above is asked for one by one. */
  async function recover() {
    const mine = visit
    const fresh = await load('refresh')
    if (!fresh || mine !== visit) return
    const isFresh = new Set(fresh.ids)
    const cursor = rows.order().indexOf(rows.position() ?? 0)
    const stale = rows.order().filter((id) => !isFresh.has(id) && rows.row(id)?.fate === null)
    const below = new Set(stale.filter((id) => rows.order().indexOf(id) > cursor))
    batch(() => {
      rows.drop(below)
      setNext(fresh.next)
    })
    await Promise.all(stale.filter((id) => !below.has(id)).map((id) => reload(id)))
  }

  /** Nothing is dealt to an empty chair. */
  const isLow = () => inHand().length <= lowHand && isPresent()
  const dealSoon = (isNeeded: () => boolean = isLow) => {
    dealTimer ??= setTimeout(() => {
      dealTimer = undefined
      if (isNeeded()) void deal()
    }, dealPause)
  }
  onCleanup(() => clearTimeout(dealTimer))

  createEffect(on(filter, () => void enter()))
  createEffect(() => {
    if (isLow() && !isDry() && loading() === null) void deal()
  })
  createEffect(() => {
    const left = rows.order().length - 1 - rows.order().indexOf(rows.position() ?? 0)
    if (loadedOnce() && left < reserve && next() !== null && loading() === null && !failure()) void more()
  })

  const item = (reviewId: number) => rows.row(reviewId)?.item
  return {
    rows: rows.order,
    position: rows.position,
    row: rows.row,
    item,
    fate: (reviewId: number) => rows.row(reviewId)?.fate ?? null,
    current: createMemo(() => {
      const id = rows.position()
      return (id === null ? undefined : item(id)) ?? null
    }),
    find: (publicId: string) =>
      rows
        .order()
        .map(item)
        .find((held) => held?.publicId === publicId),
    inHand,
    isDry: () => loadedOnce() && isDry(),
    /** Nothing in hand, and nothing more to be dealt: whether something was, or nothing here is for this moderator. */
    done: (): 'decided' | 'not-yours' | null => {
      if (rows.order().length === 0 || inHand().length > 0 || !isDry() || loading() !== null) return null
      return rows.order().some((id) => isOwnWork(rows.row(id))) ? 'decided' : 'not-yours'
    },
    leftBehind,
    heldUntil: () => heldUntil,
    noteHeld,
    atEnd: () => next() === null,
    loading,
    failure,
    loadedOnce,
    start: enter,
    refresh: () => load('refresh', limits.queuePageSize),
    recover,
    more,
    reload,
    deal,
    dealSoon,
    moment: rows.moment,
    accept: rows.accept,
    patch: rows.patch,
    settle: rows.settle,
    hear: (event: DeskEvent, me: string | undefined, isClosing: boolean) => rows.hear(event, me, isClosing),
    expireAllBut: rows.expireAllBut,
    select: rows.select,
    step: rows.step,
    advance: rows.advance,
  }
}

export type QueueStore = ReturnType<typeof createQueue>
