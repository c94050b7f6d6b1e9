import { For, Show } from 'solid-js'
import type { BaselineView, MeasureView, TargetView } from '../../../worker/contract/plan'
import { type Language, targetOpinions } from '../../../worker/contract/words'
import { formatFigure } from '../../lib/format-figure'
import { answerTargetPath, figuresPath } from '../../lib/links'
import { groupDigits } from '../../lib/numerals'
import { quoteIn, unitIn } from '../../lib/plan-units'
import { StackedBar } from '../charts/stacked-bar'
import { useFrame } from '../frame/frame-context'
import { SaidUnit } from '../ui/said-figure'

/** As the plan writes it, or in the words of the reader's language. */
function sayValue(value: number, unit: string, language: Language): string {
  const { factor, isPlans } = unitIn(language, unit)
  return isPlans ? String(value) : formatFigure(value * factor)
}

export function Baseline(props: { baseline: BaselineView; withIndicator?: boolean }) {
  const {
    language,
    words: { measure },
  } = useFrame()
  return (
    <span class="baseline">
      <Show when={props.withIndicator}>
        <span class="baseline-indicator" lang="zh-CN">
          {props.baseline.indicator}
        </span>
      </Show>
      <span class="baseline-period">{measure.baselinePeriods[props.baseline.period]}</span>
      <b>
        {sayValue(props.baseline.value, props.baseline.unit, language)}
        {language === 'en' && ' '}
        <SaidUnit unit={props.baseline.unit} language={language} />
      </b>
    </span>
  )
}

function figure({ min, max, unit }: TargetView, language: Language): string {
  return (max === null ? [min] : [...new Set([min, max])])
    .map((value) => sayValue(value, unit, language))
    .join('–')
}

interface TargetCardProps {
  target: TargetView
  measure: MeasureView
  clauseKey: string
  /** The text no longer has it: nothing is asked about it. */
  isFormer?: boolean
}

/** What is thought of it, once enough have said so. */
function Opinions(props: { target: TargetView }) {
  const { words, domain } = useFrame()
  const { n, cells } = props.target.opinions
  return (
    <Show when={n}>
      {(count) => (
        <section class="target-opinions" aria-labelledby={`indicator-${props.target.key}`}>
          <p>
            {words.measure.opinionsOf(groupDigits(count()))}
            <a href={`${figuresPath()}#target-${props.target.key}`}>{words.figures.toFigures}</a>
          </p>
          <StackedBar
            id={`card-${props.target.key}`}
            rows={cells.map((cell) => ({ ...cell, label: domain.targetOpinions[cell.key] }))}
            words={words.figures}
          />
        </section>
      )}
    </Show>
  )
}

function TargetCard(props: TargetCardProps) {
  const { words, domain, language } = useFrame()
  const { measure } = words
  return (
    <li class="target-card">
      <p class="target-figure">
        <b>{figure(props.target, language)}</b>
        <SaidUnit unit={props.target.unit} language={language} />
        <span class="bound" title={measure.boundHints[props.target.bound]}>
          {measure.bounds[props.target.bound]}
        </span>
      </p>
      <p class="target-indicator" id={`indicator-${props.target.key}`} lang="zh-CN">
        {props.target.indicator}
      </p>
      <Show when={props.target.was}>{(was) => <p class="target-was">{measure.targetWas(was())}</p>}</Show>
      <p class="target-baseline">
        <Show
          when={props.target.baselines.length > 0}
          fallback={<span class="no-baseline">{measure.noBaseline}</span>}
        >
          <span class="baseline-year">{measure.baseline}</span>
          <For each={props.target.baselines}>{(baseline) => <Baseline baseline={baseline} />}</For>
        </Show>
      </p>
      <Opinions target={props.target} />
      <Show when={props.measure.consultation.phase === 'open' && !props.isFormer}>
        <p class="target-answers">
          <span class="target-asked">{measure.answer}</span>
          <For each={targetOpinions}>
            {(opinion) => (
              <a
                href={answerTargetPath(props.measure.key, props.clauseKey, props.target.key, opinion)}
                aria-label={measure.answerTarget(
                  domain.targetOpinions[opinion],
                  quoteIn(language, props.target.quote) ?? props.target.quote,
                )}
              >
                {domain.targetOpinions[opinion]}
              </a>
            )}
          </For>
        </p>
      </Show>
    </li>
  )
}

export function TargetCardList(props: {
  targets: { target: TargetView; clauseKey: string }[]
  measure: MeasureView
  isFormer?: boolean
}) {
  return (
    <ul class="target-cards">
      <For each={props.targets}>
        {(each) => <TargetCard {...each} measure={props.measure} isFormer={props.isFormer} />}
      </For>
    </ul>
  )
}

export function TargetCards(props: { measure: MeasureView }) {
  const measure = useFrame().words.measure
  const targets = () =>
    props.measure.clauses.flatMap((clause) =>
      clause.targets.map((target) => ({ target, clauseKey: clause.key })),
    )
  return (
    <Show when={targets().length > 0}>
      <section class="targets" aria-labelledby="targets-heading">
        <h2 id="targets-heading">{measure.targets}</h2>
        <TargetCardList targets={targets()} measure={props.measure} />
      </section>
    </Show>
  )
}
