import { Show } from 'solid-js'
import type { SubmissionView } from '../../../worker/contract/submissions'
import { formatClosing, formatFullMoment, formatMoment } from '../../lib/beijing-time'
import { responsePath } from '../../lib/links'
import { useFrame } from '../frame/frame-context'

/** Where the response stands, who did what last, and until when something can be done. */
export function ResponseStanding(props: { response: SubmissionView }) {
  const frame = useFrame()
  const { response: words } = frame.words
  const { state, last, versions, consultation, may } = props.response
  const isClosed = consultation.phase === 'closed'
  const counts = versions[0]?.version
  const hint = () => {
    if (consultation.phase === 'not_open')
      return frame.words.form.notOpenBody(formatFullMoment(consultation.opensAt, frame.language))
    if (!isClosed) return state !== 'sent' && counts ? words.redrafting(counts) : words.hints[state]
    if (state === 'sent') return words.closed
    return counts ? words.lastUnsent : words.closedUnsent
  }
  return (
    <section class={`state response-state-${state}`} aria-labelledby="standing-heading">
      <p class="state-name" id="standing-heading">
        {words.states[state]}
      </p>
      <p>{hint()}</p>
      <Show when={props.response.isOfEarlierPeople}>
        <p>
          {words.ofEarlierPeople} <Show when={!isClosed}>{words.ofEarlierPeopleUntil}</Show>
        </p>
      </Show>
      <LastStep last={last} />
      <p class="hint">{words.closesAt(formatClosing(consultation.closesAt, frame.language))}</p>
      <Show when={state === 'in_approval' && !isClosed}>
        <Show when={may.send} fallback={<p>{words.waiting}</p>}>
          <p class="buttons">
            <a class="button" href={responsePath('/approval')}>
              {words.toApproval}
            </a>
          </p>
        </Show>
      </Show>
    </section>
  )
}

/** Who did what last, and what they said to it. */
export function LastStep(props: Pick<SubmissionView, 'last'>) {
  const frame = useFrame()
  return (
    <Show when={props.last}>
      {(step) => (
        <p>
          {frame.words.response.last[step().step](
            step().by ?? frame.domain.goneAccount,
            formatMoment(step().at, frame.now, frame.language),
          )}
          <Show when={step().note}>
            <q class="response-note">{step().note}</q>
          </Show>
        </p>
      )}
    </Show>
  )
}
