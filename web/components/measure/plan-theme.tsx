import { For, Show } from 'solid-js'
import type { MeasureSummary, ThemeView } from '../../../worker/contract/plan'
import { measurePath } from '../../lib/links'
import { groupDigits } from '../../lib/numerals'
import { quoteIn } from '../../lib/plan-units'
import { useFrame } from '../frame/frame-context'
import { usePlaces } from '../frame/use-places'
import { Bar } from '../ui/bar'
import { Phrases } from '../ui/phrases'

function MeasureRow(props: { measure: MeasureSummary; most: number }) {
  const frame = useFrame()
  return (
    <li>
      <a class="measure-row" href={measurePath(props.measure.key)}>
        <span class="measure-ordinal">{usePlaces().measure(props.measure.key)}</span>
        <span class="measure-name">
          <span class="measure-row-title">
            {frame.language === 'zh' ? props.measure.title : props.measure.shortTitleEn}
          </span>
          <Show when={props.measure.targets.length > 0}>
            <span class="measure-targets">
              <For each={props.measure.targets}>
                {(target) => {
                  const said = quoteIn(frame.language, target)
                  return <span lang={said === null ? 'zh-CN' : undefined}>{said ?? target}</span>
                }}
              </For>
            </span>
          </Show>
        </span>
        <span class="measure-count">
          <Bar value={props.measure.published} most={props.most} />
          <span class="measure-number">{groupDigits(props.measure.published)}</span>
          <span class="visually-hidden">{frame.words.commentsUnit}</span>
        </span>
      </a>
    </li>
  )
}

export function PlanTheme(props: { theme: ThemeView; most: number }) {
  const frame = useFrame()
  const places = usePlaces()
  const numeral = () => places.numeral(props.theme.key)
  return (
    <section class="theme" aria-labelledby={`theme-${props.theme.key}`}>
      <header class="theme-head">
        <span class="theme-numeral" aria-hidden="true">
          {numeral()}
        </span>
        <h3 id={`theme-${props.theme.key}`}>
          <span classList={{ 'visually-hidden': numeral() !== null }}>{places.theme(props.theme.key)}</span>
          <Phrases text={frame.language === 'zh' ? props.theme.title : props.theme.shortTitleEn} />
        </h3>
        <p class="theme-count">{frame.words.comments(groupDigits(props.theme.published))}</p>
      </header>
      <ol class="measure-rows">
        <For each={props.theme.measures}>
          {(measure) => <MeasureRow measure={measure} most={props.most} />}
        </For>
      </ol>
    </section>
  )
}
