import { useSearchParams } from '@solidjs/router'
import { createEffect, createMemo, createSignal, on } from 'solid-js'
import type { ResponseItem, ResponseList, ResponseView } from '../../../../worker/contract/responses'
import { responseStates } from '../../../../worker/contract/words'
import { type ApiError, asApiError } from '../../../api/api-error'
import { getResponse, getResponses, type ResponseFilter } from '../../../api/responses'

/** The list of answers, the filter and the open one, which both live in the address. */
export function createAnswers() {
  const [search, setSearch] = useSearchParams<{
    state?: string
    measure?: string
    unit?: string
    response?: string
  }>()
  const filter = createMemo<ResponseFilter>(
    () => ({
      state: responseStates.find((state) => state === search.state),
      measure: search.measure || undefined,
      unit: search.unit || undefined,
    }),
    {},
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  )
  const openId = createMemo(() => {
    const id = Number(search.response)
    return Number.isInteger(id) && id > 0 ? id : null
  })
  const [items, setItems] = createSignal<ResponseItem[]>([])
  const [counts, setCounts] = createSignal<ResponseList['counts']>()
  const [next, setNext] = createSignal<string | null>(null)
  const [isLoading, setLoading] = createSignal(true)
  const [error, setError] = createSignal<ApiError | null>(null)
  const [opened, setOpened] = createSignal<ResponseView | null>(null)
  const [openError, setOpenError] = createSignal<ApiError | null>(null)
  const [chosen, setChosen] = createSignal<readonly number[]>([])

  async function load(after?: string) {
    const asked = filter()
    setLoading(true)
    setError(null)
    try {
      const list = await getResponses({ ...asked, after })
      if (asked !== filter()) return
      setItems((held) => (after ? [...held, ...list.items] : list.items))
      setCounts(list.counts)
      setNext(list.next)
    } catch (thrown) {
      setError(asApiError(thrown))
    } finally {
      setLoading(false)
    }
  }
  async function open() {
    const id = openId()
    setOpenError(null)
    if (id === null) return setOpened(null)
    try {
      const view = await getResponse(id)
      if (id === openId()) setOpened(view)
    } catch (thrown) {
      setOpened(null)
      setOpenError(asApiError(thrown))
    }
  }
  createEffect(
    on(filter, () => {
      setChosen([])
      void load()
    }),
  )
  createEffect(on(openId, () => void open()))

  return {
    filter,
    items,
    counts,
    next,
    isLoading,
    error,
    openId,
    opened,
    openError,
    chosen,
    load: () => load(),
    more: () => load(next() ?? undefined),
    reopen: open,
    choose: (change: Partial<Record<'state' | 'measure' | 'unit', string | undefined>>) =>
      setSearch({ ...change, response: undefined }),
    open: (id: number | null) => setSearch({ response: id === null ? undefined : String(id) }),
    tick: (id: number, isChosen: boolean) =>
      setChosen((held) => (isChosen ? [...held, id] : held.filter((each) => each !== id))),
    /** What was done to the open one is shown at once; the list and its counts follow. */
    changed(view: ResponseView) {
      setOpened(view)
      void load()
    },
  }
}

export type Answers = ReturnType<typeof createAnswers>
