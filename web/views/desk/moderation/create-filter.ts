import { useSearchParams } from '@solidjs/router'
import { createMemo } from 'solid-js'
import { type ParticipantKind, participantKinds } from '../../../../worker/contract/words'
import { deskPath } from '../return-address'
import type { QueueFilter } from './create-queue'

/** The filter lives in the address; so does, where only one of list and item fits, which of them is open. */
export function createFilter() {
  const [search, setSearch] = useSearchParams<{ kind?: string; measure?: string; open?: string }>()
  const kind = (): ParticipantKind | undefined => participantKinds.find((known) => known === search.kind)
  const measure = () => search.measure || undefined

  const filter = createMemo<QueueFilter>(
    () => ({ kind: kind(), measure: measure() }),
    {},
    {
      equals: (a, b) => a.kind === b.kind && a.measure === b.measure,
    },
  )

  return {
    filter,
    isFiltered: () => Boolean(kind() || measure()),
    pathTo(change: QueueFilter): string {
      const given = Object.entries(change).filter((entry): entry is [string, string] => Boolean(entry[1]))
      const query = new URLSearchParams(given).toString()
      return query ? `${deskPath('moderation')}?${query}` : deskPath('moderation')
    },
    chooseMeasure: (key: string | undefined) => setSearch({ measure: key, open: undefined }),
    isOpen: () => search.open === '1',
    open: () => setSearch({ open: '1' }),
    close: () => setSearch({ open: undefined }, { replace: true }),
  }
}

export type QueueFilterStore = ReturnType<typeof createFilter>
