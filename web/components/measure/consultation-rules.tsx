import { For, Show } from 'solid-js'
import type { ConsultationView } from '../../../worker/contract/plan'
import { useFrame } from '../frame/frame-context'

/** What is not as usual: who may take part, replies, a short period, a closing day that was put off. */
export function ConsultationRules(props: { consultation: ConsultationView }) {
  const { consultations: words, publishedFirst } = useFrame().words
  const { participants, hasReplies, moderation, shortPeriodReason, extensionReason } = props.consultation
  const rules = [
    participants !== 'everybody' && words.participants[participants],
    !hasReplies && words.noReplies,
    moderation === 'after' && publishedFirst.rule,
  ].filter((rule): rule is string => Boolean(rule))
  const reasons: [string, string | null][] = [
    [words.shortPeriod, shortPeriodReason],
    [words.extension, extensionReason],
  ]
  return (
    <Show when={rules.length > 0 || shortPeriodReason || extensionReason}>
      <ul class="consultation-rules" aria-label={words.rules}>
        <For each={rules}>{(rule) => <li>{rule}</li>}</For>
        <For each={reasons.filter(([, reason]) => reason)}>
          {([label, reason]) => (
            <li>
              {label}
              <span lang="zh-CN">{reason}</span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
