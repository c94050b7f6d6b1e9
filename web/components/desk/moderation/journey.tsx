import { For, Show } from 'solid-js'
import type { QueueItemView } from '../../../../worker/contract/moderation/queue'
import { language, t } from '../../../locales/desk'
import { formatCount, formatMoment } from '../../../locales/desk/format'

export function Journey(props: { item: QueueItemView }) {
  return (
    <section class="side-section">
      <h3>{t.journey.heading}</h3>
      <ol class="journey">
        <For each={props.item.journey}>
          {(step) => (
            <li>
              <p class="journey-step">
                <time datetime={step.at}>{formatMoment(step.at)}</time> {t.journey.steps[step.step]}
              </p>
              <Show when={step.reason}>{(reason) => <p class="journey-more">{reason()[language]}</p>}</Show>
              <Show when={step.note}>{(note) => <p class="journey-more">{t.journey.note(note())}</p>}</Show>
              <Show when={step.by}>{(by) => <p class="journey-more">{t.journey.by(by())}</p>}</Show>
            </li>
          )}
        </For>
        <Show when={props.item.signals.length > 0}>
          <li class="journey-more">{t.journey.signals(formatCount(props.item.signals.length))}</li>
        </Show>
        <Show when={props.item.holder}>
          {(holder) => (
            <li class="journey-more">{t.journey.held(holder().name, formatMoment(holder().until))}</li>
          )}
        </Show>
      </ol>
      <p class="journey-receipt">
        {t.journey.receipt} <span class="facts-code">{props.item.publicId}</span>
      </p>
    </section>
  )
}
