import { For, Show } from 'solid-js'
import type { FigureDimension, FiguresView } from '../../../worker/contract/figures'
import { measurePath } from '../../lib/links'
import { BreakdownChart } from './breakdown-chart'
import type { FiguresFrame } from './names'
import { SilenceMap } from './silence-map'
import { TargetChart } from './target-chart'

const order: readonly FigureDimension[] = ['stance', 'kind', 'measure', 'size', 'industry', 'city']

/** All charts with their method, for readers and for staff. */
export function FiguresBody(props: {
  figures: FiguresView
  frame: FiguresFrame
  /** What is hidden, and why. */
  smallCells: string
  renewalNote?: string
  silenceNote?: string
}) {
  const { words } = props.frame
  /** Between sentences, where the language has one. */
  const space = props.frame.language === 'zh' ? '' : ' '
  const shown = () => order.filter((dimension) => dimension !== 'measure' || props.figures.measure === null)
  const answered = () => props.figures.targets.filter(({ opinions }) => opinions.n !== 0)
  return (
    <>
      <div class="figures-method">
        <p>
          <b>{words.notAVote}</b>
          {space}
          {words.weight}
        </p>
        <details>
          <summary>{words.methodHeading}</summary>
          <p>{words.method}</p>
          <p>{props.smallCells}</p>
          <Show when={props.renewalNote}>
            <p>{props.renewalNote}</p>
          </Show>
          <p>{words.quartiles}</p>
        </details>
      </div>
      <div class="charts">
        <For each={shown()}>
          {(dimension) => (
            <BreakdownChart figures={props.figures} dimension={dimension} frame={props.frame} />
          )}
        </For>
      </div>
      <section aria-labelledby="figures-targets">
        <h2 id="figures-targets">{words.targets}</h2>
        <p class="figures-lead">{words.targetsLead}</p>
        <Show when={answered().length > 0} fallback={<p class="chart-empty">{words.targetsEmpty}</p>}>
          <div class="charts">
            <For each={answered()}>
              {(target) => (
                <TargetChart target={target} frame={props.frame} href={measurePath(target.measure)} />
              )}
            </For>
          </div>
        </Show>
      </section>
      <section aria-labelledby="figures-silence">
        <h2 id="figures-silence">{words.silence}</h2>
        <p class="figures-lead">
          {words.silenceLead}
          {space}
          {props.silenceNote}
        </p>
        <SilenceMap figures={props.figures} frame={props.frame} />
      </section>
    </>
  )
}
