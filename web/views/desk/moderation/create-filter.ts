import { useSearchParams } from '@solidjs/router'
import { createMemo } from 'solid-js'
import type { QueueFilter } from '../../../../worker/contract/moderation/queue'
import { participantKinds, queueViews, signalKinds } from '../../../../worker/contract/words'
import { deskPath } from '../return-address'

export type FilterChange = Partial<QueueFilter>

const known = <Word extends string>(words: readonly Word[], given: string | undefined) =>
  words.find((word) => word === given)

/** The filter lives in the address; so does, where only one of list and item fits, which of them is open. */
export function createFilter() {
  const [search, setSearch] = useSearchParams<{
    view?: string
    signal?: string
    kind?: string
    measure?: string
    open?: string
  }>()

  const filter = createMemo<QueueFilter>(
    () => {
      const signal = known(signalKinds, search.signal)
      if (signal) return { view: 'age', signal }
      const view = known(queueViews, search.view) ?? 'age'
      return { view, measure: search.measure || undefined, kind: known(participantKinds, search.kind) }
    },
    { view: 'age' },
    { equals: isSame },
  )

  return {
    filter,
    isFiltered: () => !isSame(filter(), { view: 'age' }),
    pathTo(change: FilterChange): string {
      const given = Object.entries(change).filter(
        (entry): entry is [string, string] => Boolean(entry[1]) && entry[1] !== 'age',
      )
      const query = new URLSearchParams(given).toString()
      return query ? `${deskPath('moderation')}?${query}` : deskPath('moderation')
    },
    chooseMeasure: (key: string | undefined) =>
      setSearch({ measure: key, signal: undefined, open: undefined }),
    isOpen: () => search.open === '1',
    open: () => setSearch({ open: '1' }),
    close: () => setSearch({ open: undefined }, { replace: true }),
  }
}

const isSame = (a: QueueFilter, b: QueueFilter) =>
  a.view === b.view && a.signal === b.signal && a.kind === b.kind && a.measure === b.measure

export type QueueFilterStore = ReturnType<typeof createFilter>
