import { For, Show } from 'solid-js'
import { limits } from '../../../../worker/contract/limits'
import type { BatchCount } from '../../../../worker/contract/moderation/batches'
import { t, words } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'
import { KindBadge } from './kind-badge'

/** How many it will be, what is left out, and a few of them to read. */
export function BulkCount(props: { count: BatchCount; cards: number }) {
  const rest = () => Math.min(props.count.count, limits.batchSize) - props.count.sample.length
  return (
    <section class="bulk-counted">
      <p class="bulk-total" role="status">
        {props.count.count > 0 ? t.bulk.count(formatCount(props.count.count)) : t.bulk.nothing}
      </p>
      <ul class="bulk-notes">
        <Show when={props.count.count > limits.batchSize}>
          <li>{t.bulk.limited(formatCount(limits.batchSize))}</li>
        </Show>
        <Show when={props.count.heldByOthers > 0}>
          <li>{t.bulk.heldByOthers(formatCount(props.count.heldByOthers))}</li>
        </Show>
        <Show when={props.cards > 0}>
          <li>{t.bulk.cards(formatCount(props.cards))}</li>
        </Show>
        <li>{t.bulk.later}</li>
      </ul>
      <Show when={props.count.sample.length > 0}>
        <h3>{t.bulk.sample}</h3>
        <ul class="bulk-sample">
          <For each={props.count.sample}>
            {(found) => (
              <li>
                <article>
                  <b>{found.author.name ?? words.anonymous}</b> <KindBadge author={found.author} />
                  <p class="row-text">{found.body}</p>
                </article>
              </li>
            )}
          </For>
          <Show when={rest() > 0}>
            <li class="bulk-rest">{t.bulk.sampleRest(formatCount(rest()))}</li>
          </Show>
        </ul>
      </Show>
    </section>
  )
}
