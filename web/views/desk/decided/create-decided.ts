import { type Accessor, batch, createEffect, createSignal, on } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { DecidedItem, DecidedView } from '../../../../worker/contract/moderation/decided'
import type { Decision } from '../../../../worker/contract/words'
import { ApiError, asApiError } from '../../../api/api-error'
import { getDecided } from '../../../api/moderation'

/** What took effect, the latest first, page after page. */
export function createDecided(decision: Accessor<Decision | undefined>) {
  const [held, setHeld] = createStore<{ items: DecidedItem[] }>({ items: [] })
  const [next, setNext] = createSignal<string | null>(null)
  const [loading, setLoading] = createSignal(true)
  const [error, setError] = createSignal<ApiError | null>(null)
  const [loadedOnce, setLoadedOnce] = createSignal(false)
  let latest = 0

  const ask = (after: string | undefined) => getDecided({ decision: decision(), after, limit: undefined })

  async function load(read: () => Promise<DecidedView>) {
    latest += 1
    const mine = latest
    setLoading(true)
    setError(null)
    const page = await read().catch(asApiError)
    if (mine !== latest) return
    batch(() => {
      setLoading(false)
      if (page instanceof ApiError) return setError(page)
      setHeld('items', reconcile(page.items, { key: 'decisionId' }))
      setNext(page.next)
      setLoadedOnce(true)
    })
  }

  async function more() {
    const { items, next: after } = await ask(next() ?? undefined)
    return { items: [...held.items, ...items], next: after }
  }

  /** As many as stand there now, so that nothing moves under the hand. */
  async function anew() {
    const least = held.items.length
    let page = await ask(undefined)
    while (page.items.length < least && page.next) {
      const { items, next: after } = await ask(page.next)
      page = { items: [...page.items, ...items], next: after }
    }
    return page
  }
  createEffect(
    on(decision, () => {
      setHeld('items', [])
      setLoadedOnce(false)
      void load(anew)
    }),
  )

  return {
    items: () => held.items,
    loading,
    error,
    loadedOnce,
    hasMore: () => next() !== null,
    start: () => load(anew),
    more: () => load(more),
  }
}
