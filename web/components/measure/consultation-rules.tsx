import { Show } from 'solid-js'
import type { ConsultationView } from '../../../worker/contract/plan'
import { useFrame } from '../frame/frame-context'

/** What is not as usual: who may take part, replies, a short period, a closing day that was put off. */
export function ConsultationRules(props: { consultation: ConsultationView }) {
  const { consultations: words } = useFrame().words
  const { participants, hasReplies, shortPeriodReason, extensionReason } = props.consultation
  const sentences = [
    participants !== 'everybody' && words.participants[participants],
    !hasReplies && words.noReplies,
    shortPeriodReason && words.shortPeriod(shortPeriodReason),
    extensionReason && words.extension(extensionReason),
  ].filter((sentence): sentence is string => Boolean(sentence))
  return (
    <Show when={sentences.length > 0}>
      <ul class="consultation-rules" aria-label={words.rules}>
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </Show>
  )
}
