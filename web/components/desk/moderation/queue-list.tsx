import { For, type JSX, Match, Show, Switch } from 'solid-js'
import type { ApiError } from '../../../api/api-error'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'
import { StatePanel } from '../state-panel'

interface QueueListProps {
  ids: readonly number[]
  row: (reviewId: number) => JSX.Element
  /** What stands above: the name of the queue, or the selection. */
  head: JSX.Element
  loading: 'first' | 'refresh' | 'more' | null
  failure: { during: 'first' | 'refresh' | 'more'; error: ApiError } | null
  loadedOnce: boolean
  atEnd: boolean
  /** There are rows, but none left that this moderator could decide; whether they decided some. */
  done: 'decided' | 'not-yours' | null
  filtered: boolean
  pending: number | undefined
  showAllPath: string
  onStep: (by: 1 | -1) => void
  onEnter: () => boolean
  onStart: () => void
  onMore: () => void
}

const arrows: Partial<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

export function QueueList(props: QueueListProps) {
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const by = arrows[event.key]
    if (by) props.onStep(by)
    else if (event.key !== 'Enter' || event.repeat || !props.onEnter()) return
    event.preventDefault()
  }
  const empty = () => props.ids.length === 0

  return (
    <section class="queue" aria-label={t.queue.list} aria-busy={props.loading === 'first'}>
      {props.head}
      <Show when={!empty() && props.failure?.during === 'refresh' && props.failure}>
        {(failure) => (
          <p class="queue-problem" role="alert">
            {failure().error.message}
          </p>
        )}
      </Show>
      <Switch>
        <Match when={empty() && props.failure}>
          {(failure) => (
            <StatePanel
              kind="error"
              heading={t.failed}
              text={failure().error.message}
              retry={props.onStart}
            />
          )}
        </Match>
        <Match when={empty() && (props.loading !== null || !props.loadedOnce)}>
          <StatePanel kind="loading" heading={t.loading} />
          <div class="row-ghosts" aria-hidden="true">
            <i />
            <i />
            <i />
            <i />
          </div>
        </Match>
        <Match when={empty() && props.filtered && props.pending}>
          <StatePanel
            kind="empty"
            heading={t.queue.emptyFilter}
            text={t.queue.emptyFilterText(formatCount(props.pending ?? 0))}
          >
            <a class="button" href={props.showAllPath}>
              {t.queue.showAll}
            </a>
          </StatePanel>
        </Match>
        <Match when={empty()}>
          <StatePanel kind="empty" heading={t.queue.empty} text={t.queue.emptyText} />
        </Match>
      </Switch>
      <ol class="rows" onKeyDown={press}>
        <For each={props.ids}>{(id) => props.row(id)}</For>
      </ol>
      <p class="queue-done" role="status">
        <Switch>
          <Match when={props.done === 'decided'}>
            <b>{t.queue.handDone}</b> {t.queue.handDoneText}
          </Match>
          <Match when={props.done === 'not-yours'}>{t.queue.notYours}</Match>
        </Switch>
      </p>
      <Show when={!empty()}>
        <p class="queue-foot">
          <Switch
            fallback={
              <button type="button" class="button button-quiet" onClick={() => props.onMore()}>
                {t.queue.more}
              </button>
            }
          >
            <Match when={props.failure?.during === 'more'}>
              <span role="alert">{t.queue.moreFailed}</span>
              <button type="button" class="button button-quiet" onClick={() => props.onMore()}>
                {t.retry}
              </button>
            </Match>
            <Match when={props.loading === 'more'}>{t.queue.loadingMore}</Match>
            <Match when={props.atEnd}>{t.queue.end}</Match>
          </Switch>
        </p>
      </Show>
    </section>
  )
}
