import { useSearchParams } from '@solidjs/router'
import { createMemo } from 'solid-js'
import { type CasesQuery, isUndisposedView } from '../../../../worker/contract/casework'
import {
  type CaseViewName,
  caseViews,
  dispositions,
  participantKinds,
} from '../../../../worker/contract/words'
import { deskPath } from '../return-address'

export type CaseFilter = Omit<CasesQuery, 'after' | 'limit'>

/** Outcomes are for what may have one. */
const outcomeIn = (view: CaseViewName, given: string | undefined) =>
  isUndisposedView(view) ? undefined : known(dispositions, given)

const known = <Word extends string>(words: readonly Word[], given: string | undefined) =>
  words.find((word) => word === given)

/** The filter lives in the address; so does the case that lies open. */
export function createCaseFilter() {
  const [search, setSearch] = useSearchParams<{
    view?: string
    measure?: string
    unit?: string
    kind?: string
    disposition?: string
    mentioned?: string
    comment?: string
  }>()
  const filter = createMemo<CaseFilter>(
    () => {
      const view = known(caseViews, search.view) ?? 'todo'
      return {
        view,
        measure: search.measure || undefined,
        unit: search.unit || undefined,
        kind: known(participantKinds, search.kind),
        disposition: outcomeIn(view, search.disposition),
        mentioned: search.mentioned === '1' ? '1' : undefined,
      }
    },
    { view: 'todo' },
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  )

  return {
    filter,
    isFiltered() {
      const { view: _, ...rest } = filter()
      return Object.values(rest).some(Boolean)
    },
    /** Another view with the same filters. */
    pathTo(view: CaseViewName): string {
      const { disposition, ...rest } = filter()
      const given = Object.entries({
        ...rest,
        disposition: outcomeIn(view, disposition),
        view: view === 'todo' ? undefined : view,
      }).filter((entry): entry is [string, string] => Boolean(entry[1]))
      const query = new URLSearchParams(given).toString()
      return query ? `${deskPath('cases')}?${query}` : deskPath('cases')
    },
    choose: (change: Partial<Record<keyof CaseFilter, string | undefined>>) =>
      setSearch({ ...change, comment: undefined }),
    clear: () =>
      setSearch({
        measure: undefined,
        unit: undefined,
        kind: undefined,
        disposition: undefined,
        mentioned: undefined,
      }),
    /** The public id that the address names. */
    named: () => search.comment || null,
    open: (publicId: string | null, isNewPlace = false) =>
      setSearch({ comment: publicId ?? undefined }, { replace: !isNewPlace, scroll: false }),
  }
}

export type CaseFilterStore = ReturnType<typeof createCaseFilter>
