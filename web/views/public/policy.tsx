import { For, Show } from 'solid-js'
import type { Policy } from '../../../worker/contract/moderation-log'
import { useFrame } from '../../components/frame/frame-context'
import { moderationLogPath } from '../../lib/links'

function Reasons(props: { heading: string; reasons: Policy['reasons'] }) {
  const frame = useFrame()
  const { moderation } = frame.words
  return (
    <Show when={props.reasons.length > 0}>
      <h3>{props.heading}</h3>
      <ul class="policy-reasons">
        <For each={props.reasons}>
          {(reason) => (
            <li>
              <p>{frame.language === 'zh' ? reason.zh : reason.en}</p>
              <p class="hint">{reason.mayResubmit ? moderation.mayResubmit : moderation.mayNot}</p>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

/** `/policy`: the rules that moderators go by, and every reason that they can give. */
export function PolicyView(props: { policy: Policy }) {
  const { moderation, publishedFirst } = useFrame().words
  const { reviewDays, secondLook, reasons } = props.policy
  const promise = moderation.promise(reviewDays)
  if (props.policy.moderation === 'after') promise[0] = publishedFirst.promise(reviewDays)
  const rules = () => [...promise, ...moderation.secondLooks[secondLook]]
  return (
    <div class="column account-page">
      <h1>{moderation.policyTitle}</h1>
      <p class="account-lead">{moderation.policyLead}</p>
      <h2>{moderation.promiseTitle}</h2>
      <ol class="policy-rules">
        <For each={rules()}>{(rule) => <li>{rule}</li>}</For>
      </ol>
      <h2>{moderation.reasonsTitle}</h2>
      <p>{moderation.reasonsLead}</p>
      <Reasons
        heading={moderation.returnHeading}
        reasons={reasons.filter(({ decision }) => decision === 'return')}
      />
      <Reasons
        heading={moderation.rejectHeading}
        reasons={reasons.filter(({ decision }) => decision === 'reject')}
      />
      <p class="account-way">
        <a href={moderationLogPath()}>{moderation.toLog}</a>
      </p>
    </div>
  )
}
