import { For, Show } from 'solid-js'
import { industries } from '../../../../worker/contract/industries'
import type { QueueItemView } from '../../../../worker/contract/moderation/queue'
import { cities } from '../../../../worker/contract/regions'
import { formatFigure } from '../../../lib/format-figure'
import { language, t, words } from '../../../locales/desk'

/** What goes into the figures with the comment; nothing where there is neither. */
export function ItemFigures(props: { item: QueueItemView }) {
  const said = () => {
    const { size, industry, city } = props.item.profile ?? {}
    return [
      size && words.enterpriseSizes[size],
      industries.find(({ code }) => code === industry)?.[language],
      cities.find(({ code }) => code === city)?.[language],
    ].filter(Boolean)
  }
  return (
    <Show when={props.item.targets.length > 0 || said().length > 0}>
      <section class="item-previous">
        <h3>{t.item.figures}</h3>
        <ul class="item-figures">
          <For each={props.item.targets}>
            {(target) => (
              <li>
                <span lang="zh-CN">
                  {target.indicator} <b>{target.quote}</b>
                </span>{' '}
                · {words.targetOpinions[target.opinion]}
                <Show when={target.value !== null}>
                  {t.item.wouldSet(formatFigure(target.value ?? 0))} <span lang="zh-CN">{target.unit}</span>
                </Show>
              </li>
            )}
          </For>
          <Show when={said().length > 0}>
            <li>{said().join(' · ')}</li>
          </Show>
        </ul>
      </section>
    </Show>
  )
}
