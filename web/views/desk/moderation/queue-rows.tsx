import { createMemo, Show } from 'solid-js'
import { limits } from '../../../../worker/contract/limits'
import { QueueRow } from '../../../components/desk/moderation/queue-row'
import { createSecondsLeft } from '../device'
import type { QueueStore } from './create-queue'
import type { SelectionStore } from './create-selection'
import { dueOf, standingOf } from './standing'

interface OneRowProps {
  reviewId: number
  queue: QueueStore
  selection: SelectionStore
  now: number
  onOpen: (reviewId: number) => void
  onTick: (reviewId: number) => void
}

/** One row of the queue on its own signals: what happens to one leaves the others alone. */
export function OneRow(props: OneRowProps) {
  const row = () => props.queue.row(props.reviewId)
  const secondsLeft = createSecondsLeft(() => row()?.item.staged?.effectiveAt)
  const standing = createMemo(() => {
    const held = row()
    if (!held) return null
    return standingOf(held, {
      now: props.now,
      secondsLeft: Math.min(secondsLeft(), limits.graceSeconds),
      isDry: props.queue.isDry(),
    })
  })
  const isOver = () => row()?.fate != null
  return (
    <Show when={row()}>
      {(held) => (
        <QueueRow
          item={held().item}
          standing={standing()}
          due={isOver() ? null : dueOf(held().item.dueAt, props.now)}
          current={props.queue.position() === props.reviewId}
          ticked={props.selection.has(props.reviewId)}
          now={props.now}
          onOpen={props.onOpen}
          onTick={props.onTick}
        />
      )}
    </Show>
  )
}
