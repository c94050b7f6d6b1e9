import { For, Show } from 'solid-js'
import { industries } from '../../../../worker/contract/industries'
import type { QueueItemView } from '../../../../worker/contract/moderation/queue'
import { cities } from '../../../../worker/contract/regions'
import { quoteIn } from '../../../lib/plan-units'
import { language, t, words } from '../../../locales/desk'
import { OwnFigure } from '../../ui/said-figure'

/** What the comment says for the figures and the department alone; nothing where it says nothing. */
export function ItemFigures(props: { item: Pick<QueueItemView, 'targets' | 'profile'> }) {
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
                <span lang="zh-CN">{target.indicator}</span> <Quote quote={target.quote} /> ·{' '}
                {words.targetOpinions[target.opinion]}
                <Show when={target.value !== null}>
                  {t.item.wouldSet}
                  <OwnFigure value={target.value ?? 0} unit={target.unit} language={language} />
                </Show>
                <Show when={target.evidence}>
                  <p class="plain">
                    {t.item.evidence}
                    {target.evidence}
                  </p>
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

/** The plan's figure: in the reader's language, or as the plan has it. */
function Quote(props: { quote: string }) {
  const said = () => quoteIn(language, props.quote)
  return <b lang={said() === null ? 'zh-CN' : undefined}>{said() ?? props.quote}</b>
}
