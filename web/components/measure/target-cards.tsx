import { For, Show } from 'solid-js'
import type { BaselineView, MeasureView, TargetView } from '../../../worker/contract/plan'
import { commentFormPath } from '../../lib/links'
import { useFrame } from '../frame/frame-context'

export function Baseline(props: { baseline: BaselineView; withIndicator?: boolean }) {
  const measure = useFrame().words.measure
  return (
    <span class="baseline">
      <Show when={props.withIndicator}>
        <span class="baseline-indicator" lang="zh-CN">
          {props.baseline.indicator}
        </span>
      </Show>
      <span class="baseline-period">{measure.baselinePeriods[props.baseline.period]}</span>
      <b>
        {props.baseline.value}
        <span lang="zh-CN">{props.baseline.unit}</span>
      </b>
    </span>
  )
}

const figure = (target: TargetView) =>
  target.max !== null && target.max !== target.min ? `${target.min}–${target.max}` : String(target.min)

function TargetCard(props: { target: TargetView; measure: MeasureView; clauseKey: string }) {
  const measure = useFrame().words.measure
  return (
    <li class="target-card">
      <p class="target-figure">
        <b>{figure(props.target)}</b>
        <span lang="zh-CN">{props.target.unit}</span>
        <span class="bound" title={measure.boundHints[props.target.bound]}>
          {measure.bounds[props.target.bound]}
        </span>
      </p>
      <p class="target-indicator" lang="zh-CN">
        {props.target.indicator}
      </p>
      <p class="target-baseline">
        <Show
          when={props.target.baselines.length > 0}
          fallback={<span class="no-baseline">{measure.noBaseline}</span>}
        >
          <span class="baseline-year">{measure.baseline}</span>
          <For each={props.target.baselines}>{(baseline) => <Baseline baseline={baseline} />}</For>
        </Show>
      </p>
      <Show when={props.measure.consultation.phase === 'open'}>
        <a
          class="target-answer"
          href={commentFormPath(props.measure.key, { clause: props.clauseKey })}
          aria-label={measure.answerTarget(props.target.quote)}
        >
          {measure.answer}
        </a>
      </Show>
    </li>
  )
}

export function TargetCards(props: { measure: MeasureView }) {
  const measure = useFrame().words.measure
  const targets = () =>
    props.measure.clauses.flatMap((clause) => clause.targets.map((target) => ({ target, clause })))
  return (
    <Show when={targets().length > 0}>
      <section class="targets" aria-labelledby="targets-heading">
        <h2 id="targets-heading">{measure.targets}</h2>
        <ul class="target-cards">
          <For each={targets()}>
            {({ target, clause }) => (
              <TargetCard target={target} measure={props.measure} clauseKey={clause.key} />
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
