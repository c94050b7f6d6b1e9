import { Show } from 'solid-js'
import type { QueueItemView } from '../../../../worker/contract/moderation/queue'
import { t, words } from '../../../locales/desk'
import { formatPlace } from '../../../locales/desk/format'
import { KindBadge } from './kind-badge'

/** The clause, with the passage marked that the comment is on. */
function Passage(props: { text: string; quote: string | null }) {
  const start = () => (props.quote ? props.text.indexOf(props.quote) : -1)
  return (
    <Show when={start() >= 0} fallback={props.text}>
      {props.text.slice(0, start())}
      <mark>{props.quote}</mark>
      {props.text.slice(start() + (props.quote?.length ?? 0))}
    </Show>
  )
}

/** What the comment is about: the measure's lead, the clause, and the comment it replies to. */
export function ItemContext(props: { item: QueueItemView }) {
  return (
    <section class="context" aria-label={t.item.context}>
      <p class="context-measure">
        <span class="context-place">{formatPlace(props.item.measure.key)}</span> {props.item.measure.title}
      </p>
      <Show when={props.item.clause} fallback={<p class="context-whole">{t.item.wholeMeasure}</p>}>
        {(clause) => (
          <blockquote class="context-clause">
            <span class="context-number">{t.sentence(clause().number)}</span>
            <Passage text={clause().text} quote={props.item.quote} />
          </blockquote>
        )}
      </Show>
      <Show when={props.item.parent}>
        {(parent) => (
          <div class="context-parent">
            <p class="context-parent-name">
              {t.item.parent(parent().author.name ?? words.anonymous)} <KindBadge author={parent().author} />
            </p>
            <blockquote class="plain">{parent().body}</blockquote>
          </div>
        )}
      </Show>
    </section>
  )
}
