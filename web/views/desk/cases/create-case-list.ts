import { batch, createEffect, createMemo, createSignal, on } from 'solid-js'
import type { AssignmentView, CaseItem } from '../../../../worker/contract/casework'
import { limits } from '../../../../worker/contract/limits'
import { ApiError, asApiError } from '../../../api/api-error'
import { getCases } from '../../../api/casework'
import type { CaseFilter } from './create-case-filter'

type Loading = 'first' | 'refresh' | 'more'

/** The list of a filter, page by page, and what is ticked in it. */
export function createCaseList(filter: () => CaseFilter) {
  const [items, setItems] = createSignal<readonly CaseItem[]>([])
  const [next, setNext] = createSignal<string | null>(null)
  const [loading, setLoading] = createSignal<Loading | null>('first')
  const [failure, setFailure] = createSignal<{ during: Loading; error: ApiError } | null>(null)
  const [ticked, setTicked] = createSignal<ReadonlySet<string>>(new Set())
  let round = 0

  async function ask(during: Loading) {
    round += 1
    const asked = round
    setLoading(during)
    setFailure(null)
    const query = { ...filter(), ...(during === 'more' && next() ? { after: next() ?? undefined } : {}) }
    const answer = await getCases(query).catch(asApiError)
    if (asked !== round) return
    batch(() => {
      setLoading(null)
      if (answer instanceof ApiError) return setFailure({ during, error: answer })
      setNext(answer.next)
      setItems((held) => (during === 'more' ? merge(held, answer.items) : answer.items))
      const listed = new Set(items().map(({ publicId }) => publicId))
      setTicked((held) => new Set([...held].filter((id) => listed.has(id))))
    })
  }
  createEffect(
    on(filter, () => {
      batch(() => {
        setItems([])
        setNext(null)
        setTicked(new Set<string>())
      })
      void ask('first')
    }),
  )

  const ids = createMemo(() => items().map(({ publicId }) => publicId))
  const chosen = createMemo(() => items().filter(({ publicId }) => ticked().has(publicId)))
  const patch = (publicId: string, part: Partial<CaseItem>) =>
    setItems((held) => held.map((item) => (item.publicId === publicId ? { ...item, ...part } : item)))

  return {
    items,
    ids,
    item: (publicId: string | null) => items().find((item) => item.publicId === publicId),
    loading,
    failure,
    atEnd: () => next() === null,
    refresh: () => ask(items().length > 0 ? 'refresh' : 'first'),
    more: () => (next() && loading() === null ? ask('more') : Promise.resolve()),
    /** The neighbour of a case; the first where it is not in the list. */
    neighbour(publicId: string | null, by: 1 | -1): string | null {
      const at = publicId === null ? -1 : ids().indexOf(publicId)
      if (at < 0) return ids()[0] ?? null
      return ids()[Math.min(Math.max(at + by, 0), ids().length - 1)] ?? null
    },
    patch,
    assigned: (publicId: string, assignment: AssignmentView) => patch(publicId, { assignment }),
    ticked,
    chosen,
    tick: (publicId: string) => setTicked((held) => new Set(held).add(publicId)),
    toggle: (publicId: string) =>
      setTicked((held) => {
        const after = new Set(held)
        if (!after.delete(publicId)) after.add(publicId)
        return after
      }),
    tickAll: () => setTicked(new Set(ids().slice(0, limits.assignedAtOnce))),
    clear: () => setTicked(new Set<string>()),
  }
}

/** A case that moved between two pages is listed once, as it was told last. */
function merge(held: readonly CaseItem[], more: readonly CaseItem[]): readonly CaseItem[] {
  const told = new Map(more.map((item) => [item.publicId, item]))
  const known = new Set(held.map(({ publicId }) => publicId))
  return [
    ...held.map((item) => told.get(item.publicId) ?? item),
    ...more.filter(({ publicId }) => !known.has(publicId)),
  ]
}

export type CaseListStore = ReturnType<typeof createCaseList>
