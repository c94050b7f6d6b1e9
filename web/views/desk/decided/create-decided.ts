import { type Accessor, batch, createEffect, createSignal, on } from 'solid-js'
import type { DecidedItem } from '../../../../worker/contract/moderation'
import type { Decision } from '../../../../worker/contract/words'
import { ApiError, asApiError } from '../../../api/api-error'
import { getDecided } from '../../../api/moderation'

/** What took effect, the latest first, page after page. */
export function createDecided(decision: Accessor<Decision | undefined>) {
  const [items, setItems] = createSignal<readonly DecidedItem[]>([])
  const [next, setNext] = createSignal<string | null>(null)
  const [loading, setLoading] = createSignal(true)
  const [error, setError] = createSignal<ApiError | null>(null)
  const [loadedOnce, setLoadedOnce] = createSignal(false)
  let latest = 0

  async function load(after?: string) {
    latest += 1
    const mine = latest
    setLoading(true)
    setError(null)
    const page = await getDecided({ decision: decision(), after, limit: undefined }).catch(asApiError)
    if (mine !== latest) return
    batch(() => {
      setLoading(false)
      if (page instanceof ApiError) return setError(page)
      setItems((held) => (after ? [...held, ...page.items] : page.items))
      setNext(page.next)
      setLoadedOnce(true)
    })
  }
  createEffect(
    on(decision, () => {
      setItems([])
      setLoadedOnce(false)
      void load()
    }),
  )

  return {
    items,
    loading,
    error,
    loadedOnce,
    hasMore: () => next() !== null,
    start: () => load(),
    more: () => load(next() ?? undefined),
  }
}
