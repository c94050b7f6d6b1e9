import { Show } from 'solid-js'
import type { TargetFigure } from '../../../worker/contract/figures'
import { formatFigure } from '../../lib/format-figure'
import { groupDigits } from '../../lib/numerals'
import { unitIn } from '../../lib/plan-units'
import { Chart } from '../charts/chart'
import { CountTable } from '../charts/count-table'
import { StackedBar } from '../charts/stacked-bar'
import { Strip } from '../charts/strip'
import { PlannedTarget } from '../ui/planned-target'
import { SaidFigure, SaidUnit } from '../ui/said-figure'
import type { FiguresFrame } from './names'

function Suggested(props: { target: TargetFigure; frame: FiguresFrame }) {
  const { words } = props.frame
  const said = () => unitIn(props.frame.language, props.target.unit)
  const say = (value: number) => formatFigure(value * said().factor)
  const found = () => {
    const { n, median, lowerQuartile, upperQuartile } = props.target.suggested
    return n !== null && median !== null && lowerQuartile !== null && upperQuartile !== null
      ? { n, median, lowerQuartile, upperQuartile }
      : null
  }
  return (
    <Show
      when={found()}
      fallback={
        <p class="chart-note">
          {props.target.suggested.n === null ? words.suggestedHidden : words.suggestedNone}
        </p>
      }
    >
      {(numbers) => (
        <>
          <p class="strip-heading">{words.suggested(groupDigits(numbers().n))}</p>
          <Strip
            {...numbers()}
            said={said()}
            min={props.target.min}
            max={props.target.max ?? props.target.min}
            words={words}
          />
          <p class="chart-note">
            {words.middleHalf} {words.between(say(numbers().lowerQuartile), say(numbers().upperQuartile))}{' '}
            <SaidUnit unit={props.target.unit} language={props.frame.language} />
          </p>
        </>
      )}
    </Show>
  )
}

/** What is thought of one target: shares of the three opinions, and the figures suggested beside the plan's. */
export function TargetChart(props: { target: TargetFigure; frame: FiguresFrame; href?: string }) {
  const { words, domain } = props.frame
  const { target } = props
  const rows = () =>
    target.opinions.cells.map((cell) => ({ ...cell, label: domain.targetOpinions[cell.key] }))
  const suggestedRow = (label: string, value: number | null) => (
    <tr>
      <th scope="row">{label}</th>
      <td colspan="2">
        <Show when={value !== null} fallback={words.none}>
          <SaidFigure value={value ?? 0} unit={target.unit} language={props.frame.language} />
        </Show>
      </td>
    </tr>
  )
  const { n } = target.opinions
  return (
    <Chart
      id={`target-${target.key}`}
      caption={<PlannedTarget {...target} />}
      total={n === null ? words.totalHidden : words.total(groupDigits(n))}
      words={words}
      table={
        <>
          <CountTable caption={<PlannedTarget {...target} />} rows={rows()} total={n} words={words} />
          <table class="chart-table">
            <caption>
              {words.suggested(target.suggested.n === null ? words.hidden : groupDigits(target.suggested.n))}
            </caption>
            <tbody>
              {suggestedRow('25%', target.suggested.lowerQuartile)}
              {suggestedRow(words.median, target.suggested.median)}
              {suggestedRow('75%', target.suggested.upperQuartile)}
            </tbody>
          </table>
        </>
      }
    >
      <p class="chart-place">
        <Show when={props.href} fallback={words.ofMeasure(target.measure)}>
          {(href) => <a href={href()}>{words.ofMeasure(target.measure)}</a>}
        </Show>
      </p>
      <StackedBar id={`stack-${target.key}`} rows={rows()} words={words} />
      <Suggested target={target} frame={props.frame} />
    </Chart>
  )
}
