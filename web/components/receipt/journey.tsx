import { For, Show } from 'solid-js'
import type { JourneyStep, ReceiptView } from '../../../worker/contract/receipts'
import { formatEnd, formatFullMoment } from '../../lib/beijing-time'
import { isOverdue } from '../../lib/is-overdue'
import { useFrame } from '../frame/frame-context'

/** What happened to the comment, the first at the top, with every reason given; at the end what it waits for. */
export function Journey(props: { receipt: ReceiptView }) {
  const frame = useFrame()
  const { receipt } = frame.words
  const nameOf = (step: JourneyStep) =>
    step.step === 'publish' && !props.receipt.consentPublish ? receipt.stepPrivate : receipt.steps[step.step]
  return (
    <section class="journey" aria-labelledby="journey-heading">
      <h2 id="journey-heading">{receipt.journey}</h2>
      <ol>
        <For each={props.receipt.journey}>
          {(step, index) => (
            <li class={`step step-${step.step}`}>
              <p class="step-name">
                <b>{nameOf(step)}</b>
                <time datetime={step.at}>{formatFullMoment(step.at, frame.language)}</time>
              </p>
              <Show when={step.supportsDropped}>
                {(count) => <p class="hint">{receipt.supportsDropped(count())}</p>}
              </Show>
              <Show when={step.reason}>
                {(reason) => <Remark label={receipt.reason} text={reason()[frame.language]} />}
              </Show>
              <Show when={step.note}>
                {(note) => (
                  <Remark
                    label={noteLabel(props.receipt.journey, index(), receipt)}
                    text={note()}
                    isOwn={step.step === 'appealed'}
                  />
                )}
              </Show>
            </li>
          )}
        </For>
        <Show when={props.receipt.dueAt}>
          {(dueAt) => <Waiting dueAt={dueAt()} isAppeal={props.receipt.isAppealOpen} />}
        </Show>
      </ol>
    </section>
  )
}

/** Who speaks in a note: the author in their appeal, a moderator in the answer to it and in everything else. */
function noteLabel(
  steps: JourneyStep[],
  index: number,
  words: { note: string; reply: string; appealReason: string },
): string {
  if (steps[index]?.step === 'appealed') return words.appealReason
  return steps[index - 1]?.step === 'appealed' ? words.reply : words.note
}

function Remark(props: { label: string; text: string; isOwn?: boolean }) {
  return (
    <p class="step-reason" classList={{ 'is-own': props.isOwn ?? false }}>
      <span>{props.label}</span>
      {props.text}
    </p>
  )
}

function Waiting(props: { dueAt: string; isAppeal: boolean }) {
  const { words, now, language } = useFrame()
  const { waiting, latest, promised } = words.receipt
  const day = () => formatEnd(props.dueAt, now, language)
  return (
    <li class="step step-waiting" aria-current="step">
      <p class="step-name">
        <b>{props.isAppeal ? waiting.appeal : waiting.pending}</b>
        <span>{isOverdue(props.dueAt, now) ? promised(day()) : latest(day())}</span>
      </p>
    </li>
  )
}
