import { For, Show } from 'solid-js'
import type { JourneyStep, ReceiptView } from '../../../worker/contract/receipts'
import { formatFullMoment } from '../../lib/beijing-time'
import { useFrame } from '../frame/frame-context'

/** What happened to the comment, the first at the top, with every reason given. */
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
          {(step) => (
            <li class={`step step-${step.step}`}>
              <p class="step-name">
                <b>{nameOf(step)}</b>
                <time datetime={step.at}>{formatFullMoment(step.at, frame.language)}</time>
              </p>
              <Show when={step.reason}>
                {(reason) => (
                  <p class="step-reason">
                    <span>{receipt.reason}</span>
                    {reason()[frame.language]}
                  </p>
                )}
              </Show>
              <Show when={step.note}>
                <p class="step-reason">
                  <span>{receipt.note}</span>
                  {step.note}
                </p>
              </Show>
            </li>
          )}
        </For>
      </ol>
    </section>
  )
}
