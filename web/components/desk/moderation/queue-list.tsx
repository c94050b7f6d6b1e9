import { type JSX, Match, Show, Switch } from 'solid-js'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'
import { type ListStanding, RowList } from '../row-list'
import { StatePanel } from '../state-panel'

interface QueueListProps extends ListStanding {
  ids: readonly number[]
  row: (reviewId: number) => JSX.Element
  /** What stands above: the name of the queue, or the selection. */
  head: JSX.Element
  loadedOnce: boolean
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

  return (
    <RowList
      label={t.queue.list}
      head={props.head}
      ids={props.ids}
      row={props.row}
      loading={props.loading}
      failure={props.failure}
      atEnd={props.atEnd}
      isWaiting={props.loading !== null || !props.loadedOnce}
      words={t.queue}
      onKeyDown={press}
      onRetry={props.onStart}
      onMore={props.onMore}
      ghosts={
        <div class="row-ghosts" aria-hidden="true">
          <i />
          <i />
          <i />
          <i />
        </div>
      }
      empty={
        <Show
          when={props.filtered && props.pending}
          fallback={<StatePanel kind="empty" heading={t.queue.empty} text={t.queue.emptyText} />}
        >
          {(pending) => (
            <StatePanel
              kind="empty"
              heading={t.queue.emptyFilter}
              text={t.queue.emptyFilterText(formatCount(pending()))}
            >
              <a class="button" href={props.showAllPath}>
                {t.queue.showAll}
              </a>
            </StatePanel>
          )}
        </Show>
      }
    >
      <p class="queue-done" role="status">
        <Switch>
          <Match when={props.done === 'decided'}>
            <b>{t.queue.handDone}</b> {t.queue.handDoneText}
          </Match>
          <Match when={props.done === 'not-yours'}>{t.queue.notYours}</Match>
        </Switch>
      </p>
    </RowList>
  )
}
