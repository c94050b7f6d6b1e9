import { Show } from 'solid-js'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'
import { KeyHint } from '../key-hint'

interface QueueHeadProps {
  name: string
  /** Comments and the cards that they stand on, where both are known. */
  totals: { comments: number; cards: number } | undefined
  inHand: number
  /** What has come up since the list was loaded. */
  arrived: number
  isBusy: boolean
  isRefreshing: boolean
  keysShown: boolean
  refreshKey: string
  onArrived: () => void
  onRefresh: () => void
}

/** Which queue this is, how much is in it, and what is new. */
export function QueueHead(props: QueueHeadProps) {
  return (
    <div class="queue-head">
      <div class="queue-line">
        <h2 class="queue-heading">{props.name}</h2>
        <span class="queue-arrived" role="status">
          <Show when={props.arrived > 0}>
            <button type="button" class="button button-quiet" onClick={() => props.onArrived()}>
              {t.live.arrived(formatCount(props.arrived))}
            </button>
          </Show>
        </span>
        <button
          type="button"
          class="button button-quiet"
          aria-disabled={props.isBusy}
          onClick={() => !props.isBusy && props.onRefresh()}
        >
          {props.isRefreshing ? t.queue.refreshing : t.queue.refresh}
          <KeyHint keys={props.refreshKey} shown={props.keysShown} />
        </button>
      </div>
      <p class="queue-line queue-totals">
        <Show when={props.totals}>
          {(totals) => (
            <span>{t.queue.totals(formatCount(totals().comments), formatCount(totals().cards))}</span>
          )}
        </Show>
        <span>{t.queue.inHand(formatCount(props.inHand))}</span>
      </p>
    </div>
  )
}
