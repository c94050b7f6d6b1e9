import { For, Match, Show, Switch } from 'solid-js'
import type { QueueItemView } from '../../../../worker/contract/moderation'
import type { ApiError } from '../../../api/api-error'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'
import { KeyHint } from '../key-hint'
import { StatePanel } from '../state-panel'
import { QueueRow } from './queue-row'

interface QueueListProps {
  items: readonly QueueItemView[]
  selected: string | null
  now: number
  loading: 'first' | 'refresh' | 'more' | null
  failure: { during: 'first' | 'refresh' | 'more'; error: ApiError } | null
  loadedOnce: boolean
  atEnd: boolean
  filtered: boolean
  pending: number | undefined
  keysShown: boolean
  showAllPath: string
  onOpen: (publicId: string) => void
  onStep: (by: 1 | -1) => void
  onRefresh: () => void
  onStart: () => void
  onMore: () => void
}

const arrows: Partial<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

export function QueueList(props: QueueListProps) {
  const walk = (event: KeyboardEvent) => {
    const by = arrows[event.key]
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    props.onStep(by)
  }
  const empty = () => props.items.length === 0

  return (
    <section class="queue" aria-label={t.queue.list} aria-busy={props.loading === 'first'}>
      <div class="queue-head">
        <h2 class="queue-heading">{t.queue.list}</h2>
        <span class="queue-shown">{empty() ? '' : t.queue.shown(formatCount(props.items.length))}</span>
        <button
          type="button"
          class="button button-quiet"
          aria-disabled={props.loading !== null}
          onClick={() => props.loading === null && props.onRefresh()}
        >
          {props.loading === 'refresh' ? t.queue.refreshing : t.queue.refresh}
          <KeyHint keys="G" shown={props.keysShown} />
        </button>
      </div>
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
      <ol class="rows" onKeyDown={walk}>
        <For each={props.items}>
          {(item) => (
            <QueueRow
              item={item}
              current={item.publicId === props.selected}
              now={props.now}
              onOpen={props.onOpen}
            />
          )}
        </For>
      </ol>
      <Show when={!empty()}>
        <p class="queue-foot">
          <Switch fallback={props.loading === 'more' ? t.queue.loadingMore : ''}>
            <Match when={props.failure?.during === 'more'}>
              <span role="alert">{t.queue.moreFailed}</span>
              <button type="button" class="button button-quiet" onClick={() => props.onMore()}>
                {t.retry}
              </button>
            </Match>
            <Match when={props.atEnd}>{t.queue.end}</Match>
          </Switch>
        </p>
      </Show>
    </section>
  )
}
