import { Match, Show, Switch } from 'solid-js'
import type { ConsultationView } from '../../../worker/contract/plan'
import {
  daysUntil,
  elapsedPercent,
  formatClosing,
  formatDay,
  formatFullMoment,
  periodDays,
  remainingDays,
} from '../../lib/beijing-time'
import { resultsPath } from '../../lib/links'
import { useFrame } from '../frame/frame-context'
import { Bar } from '../ui/bar'
import { ConsultationRules } from './consultation-rules'

/** Until when, in a form that nobody can misread. */
export function ClosingCard(props: { consultation: ConsultationView }) {
  const frame = useFrame()
  const home = frame.words.home
  const { opensAt, closesAt } = props.consultation
  const percent = elapsedPercent(opensAt, closesAt, frame.now)
  const opening = formatDay(opensAt, closesAt, frame.language)
  return (
    <section class={`closing-card phase-${props.consultation.phase}`} aria-labelledby="closing-heading">
      <Switch>
        <Match when={props.consultation.phase === 'not_open'}>
          <h2 id="closing-heading">{home.opening}</h2>
          <p class="closing-moment">{formatFullMoment(opensAt, frame.language)}</p>
          <p class="closing-left">
            {home.beijing} <b>{home.until(daysUntil(opensAt, frame.now))}</b>
          </p>
          <p class="closing-period">{home.notOpenNote}</p>
        </Match>
        <Match when={props.consultation.phase === 'closed'}>
          <h2 id="closing-heading">{home.closed}</h2>
          <p class="closing-moment">{formatClosing(closesAt, frame.language)}</p>
          <p class="closing-left">{home.beijing}</p>
          <Show when={props.consultation.resultAt} fallback={<p class="closing-period">{home.closedNote}</p>}>
            {(resultAt) => (
              <p class="closing-period">
                {home.resultNote(formatDay(resultAt(), frame.now, frame.language))}{' '}
                <a href={resultsPath()}>{home.toResult}</a>
              </p>
            )}
          </Show>
        </Match>
        <Match when={true}>
          <h2 id="closing-heading">{home.closing}</h2>
          <p class="closing-moment">{formatClosing(closesAt, frame.language)}</p>
          <p class="closing-left">
            {home.beijing} <b>{home.left(remainingDays(closesAt, frame.now))}</b>
          </p>
          <Bar value={percent} most={100} class="closing-bar" />
          <p class="closing-period">{home.period(opening, periodDays(opensAt, closesAt))}</p>
          <a class="button" href="#plan-heading">
            {home.toMeasures}
          </a>
        </Match>
      </Switch>
      <ConsultationRules consultation={props.consultation} />
    </section>
  )
}
