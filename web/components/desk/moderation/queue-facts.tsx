import { Show } from 'solid-js'
import type { Colleague } from '../../../../worker/contract/moderation/hand'
import type { QueueCounts } from '../../../../worker/contract/moderation/queue'
import { pendingOf } from '../../../lib/pending-of'
import { t } from '../../../locales/desk'
import { formatCount, formatSpan } from '../../../locales/desk/format'

interface QueueFactsProps {
  /** Unknown until the server has answered. */
  counts: QueueCounts | undefined
  colleagues: readonly Colleague[]
  isLost: boolean
}

/** The desk in figures, and who else is there. */
export function QueueFacts(props: QueueFactsProps) {
  const others = () => props.colleagues.filter(({ isOnline, isMe }) => isOnline && !isMe)
  return (
    <>
      <Show when={props.isLost}>
        <span class="fact-lost" role="status">
          {t.live.lost}
        </span>
      </Show>
      <Show when={props.counts}>
        {(counts) => (
          <>
            <span>
              {t.facts.waiting} <b>{formatCount(pendingOf(counts()))}</b>
              <Show when={counts().open.second > 0}>
                {t.facts.waitingParts(formatCount(counts().open.first), formatCount(counts().open.second))}
              </Show>
            </span>
            <span>
              {t.facts.today} <b>{formatCount(counts().decidedToday)}</b>
            </span>
            <Show when={counts().medianMinutes !== null}>
              <span title={t.facts.medianHint}>
                {t.facts.median} <b>{formatSpan(counts().medianMinutes ?? 0)}</b>
              </span>
            </Show>
            <span>
              {t.facts.overdue}{' '}
              <b classList={{ 'fact-late': counts().overdue > 0 }}>{formatCount(counts().overdue)}</b>
            </span>
          </>
        )}
      </Show>
      <Show when={props.colleagues.length > 0}>
        <span class="fact-people">
          {t.facts.online}{' '}
          <b>{others().length > 0 ? t.facts.persons(others().map(({ name }) => name)) : t.facts.alone}</b>
        </span>
      </Show>
    </>
  )
}
