import { Show } from 'solid-js'
import { formatFigure } from '../../lib/format-figure'
import type { SaidUnit } from '../../lib/plan-units'

interface StripProps {
  /** All figures are said in this unit. */
  said: SaidUnit
  /** The plan's own figure or span. */
  min: number
  max: number
  lowerQuartile: number
  median: number
  upperQuartile: number
  words: { planned: string; median: string; middleHalf: string }
}

/** What was suggested beside what is planned, on one line: the middle half as a band, the median as a dot, the plan as a flag. */
export function Strip(props: StripProps) {
  const span = () => {
    const low = Math.min(props.min, props.lowerQuartile)
    const high = Math.max(props.max, props.upperQuartile)
    const air = (high - low || high || 1) * 0.15
    return { low: Math.max(0, low - air), high: high + air }
  }
  const at = (value: number) => {
    const { low, high } = span()
    return ((value - low) / (high - low)) * 100
  }
  const percent = (value: number) => `${value.toFixed(2)}%`
  const anchor = (value: number) => (at(value) < 20 ? 'start' : at(value) > 80 ? 'end' : 'middle')
  const say = (value: number) => formatFigure(value * props.said.factor)
  const unit = () => <tspan lang={props.said.isPlans ? 'zh-CN' : undefined}> {props.said.unit}</tspan>
  const plan = () => (props.max > props.min ? `${say(props.min)}–${say(props.max)}` : say(props.min))
  const middle = () => (props.min + props.max) / 2
  return (
    <svg class="strip" width="100%" height="84" aria-hidden="true">
      <text class="strip-plan" x={percent(at(middle()))} y="16" text-anchor={anchor(middle())}>
        {props.words.planned} {plan()}
        {unit()}
      </text>
      <line class="strip-axis" x1="0" x2="100%" y1="42" y2="42" />
      <rect
        class="strip-half"
        x={percent(at(props.lowerQuartile))}
        width={percent(Math.max(0.8, at(props.upperQuartile) - at(props.lowerQuartile)))}
        y="34"
        height="16"
      />
      <Show when={props.max > props.min}>
        <line class="strip-span" x1={percent(at(props.min))} x2={percent(at(props.max))} y1="24" y2="24" />
      </Show>
      <line class="strip-flag" x1={percent(at(middle()))} x2={percent(at(middle()))} y1="22" y2="52" />
      <circle class="strip-median" cx={percent(at(props.median))} cy="42" r="6" />
      <text class="strip-label" x={percent(at(props.median))} y="74" text-anchor={anchor(props.median)}>
        {props.words.median} {say(props.median)}
        {unit()}
      </text>
    </svg>
  )
}
