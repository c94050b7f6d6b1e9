import { Show } from 'solid-js'
import { BulkBar } from '../../../components/desk/moderation/bulk-bar'
import { QueueHead } from '../../../components/desk/moderation/queue-head'
import { QueueList } from '../../../components/desk/moderation/queue-list'
import type { DeskStore } from './create-desk'
import { queueName } from './places'
import { OneRow } from './queue-rows'
import { shortcutKeys } from './shortcuts'

/** The list: what this moderator holds and what waits beyond, under its name or under what is selected. */
export function QueuePane(props: { desk: DeskStore }) {
  const { address, queue, selection, counts, news, acts, preference, now } = props.desk
  const isPlain = () => !address.isFiltered()
  const totals = () => {
    const figures = counts.counts()
    return isPlain() && figures ? { comments: figures.open.first, cards: figures.cards.first } : undefined
  }
  const refresh = () => {
    news.forget()
    acts.refresh()
  }
  const whole = () => {
    if (!selection.isWhole()) return undefined
    return isPlain() ? (counts.counts()?.open.first ?? 0) : queue.rows().length
  }

  return (
    <QueueList
      ids={queue.rows()}
      row={(reviewId) => (
        <OneRow
          reviewId={reviewId}
          queue={queue}
          selection={selection}
          now={now()}
          onOpen={acts.open}
          onTick={acts.toggle}
        />
      )}
      head={
        <Show
          when={selection.isEmpty()}
          fallback={
            <BulkBar
              count={selection.count()}
              whole={whole()}
              isOneGroup={selection.isOneGroup()}
              inHand={queue.inHand().length}
              keysShown={preference.enabled()}
              keyOf={(act) => shortcutKeys[act]}
              allKey={shortcutKeys.selectAll}
              onAct={acts.decide}
              onAll={acts.selectAll}
              onWhole={selection.whole}
              onClear={acts.clearSelection}
            />
          }
        >
          <QueueHead
            name={queueName(address.filter())}
            totals={totals()}
            inHand={queue.inHand().length}
            arrived={isPlain() ? news.arrived() : 0}
            isBusy={queue.loading() !== null}
            isRefreshing={queue.loading() === 'refresh'}
            keysShown={preference.enabled()}
            refreshKey={shortcutKeys.refresh}
            onArrived={refresh}
            onRefresh={refresh}
          />
        </Show>
      }
      loading={queue.loading()}
      failure={queue.failure()}
      loadedOnce={queue.loadedOnce()}
      atEnd={queue.atEnd()}
      done={queue.done()}
      filtered={address.isFiltered()}
      pending={counts.counts()?.open.first}
      showAllPath={address.pathTo({})}
      onStep={acts.step}
      onEnter={acts.enter}
      onStart={() => void queue.start()}
      onMore={() => void queue.more()}
    />
  )
}
