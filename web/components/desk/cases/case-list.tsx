import { For, type JSX, Match, Show, Switch } from 'solid-js'
import type { CaseCounts } from '../../../../worker/contract/casework'
import type { CaseViewName } from '../../../../worker/contract/words'
import type { ApiError } from '../../../api/api-error'
import { t } from '../../../locales/desk'
import { w } from '../../../locales/desk/cases'
import { formatCount } from '../../../locales/desk/format'
import { StatePanel } from '../state-panel'

interface CaseListProps {
  ids: readonly string[]
  row: (publicId: string) => JSX.Element
  head: JSX.Element
  view: CaseViewName
  isFiltered: boolean
  counts: CaseCounts | undefined
  loading: 'first' | 'refresh' | 'more' | null
  failure: { during: 'first' | 'refresh' | 'more'; error: ApiError } | null
  atEnd: boolean
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
  const isEmpty = () => props.ids.length === 0
  const hasNoUnit = () => props.view === 'unit' && props.counts?.ownUnits.length === 0
  return (
    <section class="queue" aria-label={w.list} aria-busy={props.loading === 'first'}>
      {props.head}
      <Show when={!isEmpty() && props.failure?.during === 'refresh' && props.failure}>
        {(failure) => (
          <p class="queue-problem" role="alert">
            {failure().error.message}
          </p>
        )}
      </Show>
      <Switch>
        <Match when={isEmpty() && props.failure}>
          {(failure) => (
            <StatePanel
              kind="error"
              heading={t.failed}
              text={failure().error.message}
              retry={props.onRetry}
            />
          )}
        </Match>
        <Match when={isEmpty() && props.loading !== null}>
          <StatePanel kind="loading" heading={t.loading} />
        </Match>
        <Match when={isEmpty() && props.isFiltered}>
          <StatePanel kind="empty" heading={w.emptyFilter}>
            <button type="button" class="button" onClick={() => props.onClear()}>
              {w.filters.clear}
            </button>
          </StatePanel>
        </Match>
        <Match when={isEmpty()}>
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
        </Match>
      </Switch>
      <ol class="rows" onKeyDown={press}>
        <For each={props.ids}>{(id) => props.row(id)}</For>
      </ol>
      <Show when={!isEmpty()}>
        <p class="queue-foot">
          <Switch
            fallback={
              <button type="button" class="button button-quiet" onClick={() => props.onMore()}>
                {w.more}
              </button>
            }
          >
            <Match when={props.loading === 'more'}>{w.loadingMore}</Match>
            <Match when={props.failure?.during === 'more' && props.failure}>
              {(failure) => (
                <>
                  <span role="alert">{failure().error.message}</span>
                  <button type="button" class="button button-quiet" onClick={() => props.onMore()}>
                    {t.retry}
                  </button>
                </>
              )}
            </Match>
            <Match when={props.atEnd}>{w.end}</Match>
          </Switch>
        </p>
      </Show>
    </section>
  )
}
