import { type JSX, Match, Show, Switch } from 'solid-js'
import type { CaseCounts } from '../../../../worker/contract/casework'
import type { CaseViewName } from '../../../../worker/contract/words'
import { w } from '../../../locales/desk/cases'
import { formatCount } from '../../../locales/desk/format'
import { type ListStanding, RowList } from '../row-list'
import { StatePanel } from '../state-panel'

interface CaseListProps extends ListStanding {
  ids: readonly string[]
  row: (publicId: string) => JSX.Element
  head: JSX.Element
  view: CaseViewName
  isFiltered: boolean
  counts: CaseCounts | undefined
  todoPath: string
  onStep: (by: 1 | -1) => void
  onRetry: () => void
  onMore: () => void
  onClear: () => void
}

const arrows: Partial<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

export function CaseList(props: CaseListProps) {
  const press = (event: KeyboardEvent) => {
    const by = arrows[event.key]
    if (!by || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    event.preventDefault()
    props.onStep(by)
  }
  const hasNoUnit = () => props.view === 'unit' && props.counts?.ownUnits.length === 0
  return (
    <RowList
      label={w.list}
      head={props.head}
      ids={props.ids}
      row={props.row}
      loading={props.loading}
      failure={props.failure}
      atEnd={props.atEnd}
      isWaiting={props.loading !== null}
      words={w}
      onKeyDown={press}
      onRetry={props.onRetry}
      onMore={props.onMore}
      empty={
        <Switch
          fallback={
            <StatePanel
              kind="empty"
              heading={w.empty[props.view]}
              text={hasNoUnit() ? w.emptyUnit : w.emptyText}
            >
              <Show when={props.view !== 'todo' && (props.counts?.todo ?? 0) > 0}>
                <a class="button" href={props.todoPath}>
                  {w.toTodo(formatCount(props.counts?.todo ?? 0))}
                </a>
              </Show>
            </StatePanel>
          }
        >
          <Match when={props.isFiltered}>
            <StatePanel kind="empty" heading={w.emptyFilter}>
              <button type="button" class="button" onClick={() => props.onClear()}>
                {w.filters.clear}
              </button>
            </StatePanel>
          </Match>
        </Switch>
      }
    />
  )
}
