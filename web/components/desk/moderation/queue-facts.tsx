import { Show } from 'solid-js'
import { t } from '../../../locales/desk'
import { formatCount, formatWait } from '../../../locales/desk/format'

interface QueueFactsProps {
  pending: number | undefined
  /** When the oldest waiting text arrived, where the whole queue is in view. */
  oldest: string | undefined
  now: number
}

export function QueueFacts(props: QueueFactsProps) {
  return (
    <>
      <Show when={props.pending !== undefined}>
        <span>
          {t.queue.waiting} <b>{formatCount(props.pending ?? 0)}</b>
        </span>
      </Show>
      <Show when={props.oldest}>
        {(since) => (
          <span>
            {t.queue.oldest} <b>{formatWait(since(), props.now)}</b>
          </span>
        )}
      </Show>
    </>
  )
}
