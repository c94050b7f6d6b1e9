import { Show } from 'solid-js'
import type { QueueItemView } from '../../../../worker/contract/moderation'
import { t, words } from '../../../locales/desk'
import { formatPlace } from '../../../locales/desk/format'
import { KindBadge } from './kind-badge'

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
            {clause().text}
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
