import { For, Show } from 'solid-js'
import type { ConsultationView } from '../../../worker/contract/plan'
import { useFrame } from '../frame/frame-context'

/** What is not as usual: who may take part, replies, a short period, a closing day that was put off. */
export function ConsultationRules(props: { consultation: ConsultationView }) {
  const frame = useFrame()
  const { consultations: words, publishedFirst } = frame.words
  const { participants, hasReplies, moderation, shortPeriodReason, extensionReason } = props.consultation
  const english = frame.language === 'en' && shortPeriodReason ? props.consultation.shortPeriodReasonEn : null
  const rules = [
    participants !== 'everybody' && words.participants[participants],
    !hasReplies && words.noReplies,
    moderation === 'after' && publishedFirst.rule,
  ].filter((rule): rule is string => Boolean(rule))
  const reasons: [label: string, reason: string | null, lang: string][] = [
    [
      extensionReason ? words.shortAtFirst : words.shortPeriod,
      english ?? shortPeriodReason,
      english ? 'en' : 'zh-CN',
    ],
    [words.extension, extensionReason, 'zh-CN'],
  ]
  return (
    <Show when={rules.length > 0 || shortPeriodReason || extensionReason}>
      <ul class="consultation-rules" aria-label={words.rules}>
        <For each={rules}>{(rule) => <li>{rule}</li>}</For>
        <For each={reasons.filter(([, reason]) => reason)}>
          {([label, reason, lang]) => (
            <li>
              {label}
              <span lang={lang}>{reason}</span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
