import { For, type JSX, Match, Show, Switch } from 'solid-js'
import type { ApiError } from '../../api/api-error'
import { t } from '../../locales/desk'
import { StatePanel } from './state-panel'

type During = 'first' | 'refresh' | 'more'

/** How a list that is read page by page stands. */
export interface ListStanding {
  loading: During | null
  failure: { during: During; error: ApiError } | null
  atEnd: boolean
}

interface RowListProps<Id> extends ListStanding {
  label: string
  /** What stands above: the name of the list, or the selection. */
  head: JSX.Element
  ids: readonly Id[]
  row: (id: Id) => JSX.Element
  isWaiting: boolean
  /** Beside the word that it is loading. */
  ghosts?: JSX.Element
  /** Where nothing is there. */
  empty: JSX.Element
  words: { more: string; loadingMore: string; end: string }
  onKeyDown: (event: KeyboardEvent) => void
  onRetry: () => void
  onMore: () => void
  /** Between the rows and what follows them. */
  children?: JSX.Element
}

/** Rows to walk through beside what lies open, with every state that such a list can be in. */
export function RowList<Id>(props: RowListProps<Id>) {
  const isEmpty = () => props.ids.length === 0
  const failed = (during: During) => (props.failure?.during === during ? props.failure.error : null)
  return (
    <section class="queue" aria-label={props.label} aria-busy={props.loading === 'first'}>
      {props.head}
      <Show when={!isEmpty() && failed('refresh')}>
        {(error) => (
          <p class="queue-problem" role="alert">
            {error().message}
          </p>
        )}
      </Show>
      <Show when={isEmpty()}>
        <Switch fallback={props.empty}>
          <Match when={props.failure}>
            {(failure) => (
              <StatePanel
                kind="error"
                heading={t.failed}
                text={failure().error.message}
                retry={props.onRetry}
              />
            )}
          </Match>
          <Match when={props.isWaiting}>
            <StatePanel kind="loading" heading={t.loading} />
            {props.ghosts}
          </Match>
        </Switch>
      </Show>
      <ol class="rows" onKeyDown={(event) => props.onKeyDown(event)}>
        <For each={props.ids}>{(id) => props.row(id)}</For>
      </ol>
      {props.children}
      <Show when={!isEmpty()}>
        <p class="queue-foot">
          <Switch
            fallback={
              <button type="button" class="button button-quiet" onClick={() => props.onMore()}>
                {props.words.more}
              </button>
            }
          >
            <Match when={props.loading === 'more'}>{props.words.loadingMore}</Match>
            <Match when={failed('more')}>
              {(error) => (
                <>
                  <span role="alert">{error().message}</span>
                  <button type="button" class="button button-quiet" onClick={() => props.onMore()}>
                    {t.retry}
                  </button>
                </>
              )}
            </Match>
            <Match when={props.atEnd}>{props.words.end}</Match>
          </Switch>
        </p>
      </Show>
    </section>
  )
}
