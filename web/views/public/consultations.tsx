import { For, Show } from 'solid-js'
import type { ConsultationItem, ConsultationList } from '../../../worker/contract/consultations'
import { useFrame } from '../../components/frame/frame-context'
import { ConsultationRules } from '../../components/measure/consultation-rules'
import { formatClosing, formatFullDay, formatFullMoment, remainingDays } from '../../lib/beijing-time'
import { consultationPath, homePath, linkingWithin, resultsPath } from '../../lib/links'
import { groupDigits } from '../../lib/numerals'

const groups = ['open', 'upcoming', 'closed', 'answered'] as const

const homeOf = ({ key, isCurrent }: ConsultationItem, draft: string | undefined) =>
  key === draft ? homePath() : isCurrent ? '/' : consultationPath(key)
const resultsOf = ({ key, isCurrent }: ConsultationItem) =>
  linkingWithin(isCurrent ? '' : consultationPath(key), resultsPath)

function Item(props: { item: ConsultationItem }) {
  const { words, language, now, draft } = useFrame()
  const { consultations } = words
  const { item } = props
  const zh = language === 'zh'
  return (
    <li class="consultation">
      <h3>
        <a href={homeOf(item, draft)}>{zh ? item.title : item.titleEn}</a>
        <Show when={item.isCurrent}>
          {' '}
          <span class="consultation-mark">{consultations.current}</span>
        </Show>
      </h3>
      <p class="consultation-authority">{zh ? item.authority : item.authorityEn}</p>
      <dl class="consultation-dates">
        <div>
          <dt>{consultations.opens}</dt>
          <dd>
            <time datetime={item.opensAt}>{formatFullMoment(item.opensAt, language)}</time>
          </dd>
        </div>
        <div>
          <dt>{item.phase === 'closed' ? consultations.closed : consultations.closes}</dt>
          <dd>
            <time datetime={item.closesAt}>{formatClosing(item.closesAt, language)}</time>
            <Show when={item.phase === 'open'}>
              {' '}
              <b>{words.home.left(remainingDays(item.closesAt, now))}</b>
            </Show>
          </dd>
        </div>
        <Show when={item.resultAt}>
          {(resultAt) => (
            <div>
              <dt>{consultations.result}</dt>
              <dd>
                <time datetime={resultAt()}>{formatFullDay(resultAt(), language)}</time>{' '}
                <a href={resultsOf(item)}>{consultations.toResult}</a>
              </dd>
            </div>
          )}
        </Show>
      </dl>
      <p class="consultation-counts">
        {consultations.counts(item.measures, groupDigits(item.received), groupDigits(item.published))}
      </p>
      <ConsultationRules consultation={item} />
    </li>
  )
}

/** `/consultations`: all of them, by how far they have come. */
export function ConsultationsView(props: { list: ConsultationList }) {
  const { consultations } = useFrame().words
  return (
    <div class="column account-page consultations">
      <h1>{consultations.title}</h1>
      <p class="account-lead">{consultations.lead}</p>
      <Show when={props.list.open.length === 0}>
        <p class="consultations-none">{consultations.none}</p>
      </Show>
      <For each={groups.filter((group) => props.list[group].length > 0)}>
        {(group) => (
          <section aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`}>
              {consultations.groups[group]} <span class="group-count">{props.list[group].length}</span>
            </h2>
            <ul class="consultation-list">
              <For each={props.list[group]}>{(item) => <Item item={item} />}</For>
            </ul>
          </section>
        )}
      </For>
    </div>
  )
}
