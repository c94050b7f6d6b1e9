import { For, Show } from 'solid-js'
import { type GateBlocker, type GateView, gateBlockers } from '../../../../worker/contract/results'
import { formatClosing } from '../../../lib/beijing-time'
import { language, t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'

/** Each condition of publication, with what is missing. */
export function GateChecks(props: { gate: GateView }) {
  const detailOf = (blocker: GateBlocker): string | null => {
    const { detail } = t.results
    const { closesAt, totals, unconfirmed, openReviews, unpublishedChanges } = props.gate
    switch (blocker) {
      case 'not_closed':
        return detail.not_closed(formatClosing(closesAt, language))
      case 'pending':
        return detail.pending(formatCount(totals.states.pending + unconfirmed))
      case 'open_reviews':
        return detail.open_reviews(formatCount(openReviews))
      case 'unpublished_changes':
        return detail.unpublished_changes(formatCount(unpublishedChanges))
      case 'undisposed':
        return detail.undisposed(formatCount(totals.undisposed))
      case 'unreconciled':
        return null
    }
  }
  return (
    <ul class="gate-checks">
      <For each={gateBlockers}>
        {(blocker) => {
          const isOpen = () => props.gate.blockers.includes(blocker)
          return (
            <li classList={{ 'is-open': isOpen() }}>
              <b>{isOpen() ? t.results.notYet : t.results.ok}</b>
              <span>{t.results.check[blocker]}</span>
              <Show when={isOpen() && detailOf(blocker)}>
                {(detail) => <span class="gate-detail">{detail()}</span>}
              </Show>
            </li>
          )
        }}
      </For>
    </ul>
  )
}
