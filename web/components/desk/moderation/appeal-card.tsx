import { Show } from 'solid-js'
import type { QueueItemView } from '../../../../worker/contract/moderation/queue'
import { language, t } from '../../../locales/desk'
import { formatMoment } from '../../../locales/desk/format'

/** What the author says against a decision, and the decision itself. */
export function AppealCard(props: { item: QueueItemView }) {
  const decision = () =>
    props.item.journey.findLast(({ step }) => step === 'reject' || step === 'return') ?? null
  return (
    <Show when={props.item.appeal}>
      {(appeal) => (
        <section class="appeal" aria-labelledby="appeal-heading">
          <h3 id="appeal-heading">
            {t.appeal.heading}{' '}
            <span class="appeal-time">{t.appeal.filed(formatMoment(appeal().filedAt))}</span>
          </h3>
          <p class="plain appeal-text">{appeal().text}</p>
          <Show when={decision()}>
            {(step) => (
              <div class="appeal-against">
                <p>
                  <b>{t.appeal.against}</b>{' '}
                  {t.appeal.decided(t.journey.steps[step().step], formatMoment(step().at), step().by)}
                </p>
                <Show when={step().reason}>{(reason) => <p>{reason()[language]}</p>}</Show>
                <Show when={step().note}>{(note) => <p class="plain">{t.journey.note(note())}</p>}</Show>
              </div>
            )}
          </Show>
        </section>
      )}
    </Show>
  )
}
