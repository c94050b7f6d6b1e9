import { Show } from 'solid-js'
import type { AuthorView } from '../../../worker/contract/comments'
import type { Stance } from '../../../worker/contract/words'
import { useFrame } from '../frame/frame-context'
import { CheckIcon, StanceIcon } from '../ui/icons'

export function AuthorName(props: { author: AuthorView }) {
  const frame = useFrame()
  return <>{props.author.name ?? frame.domain.anonymous}</>
}

export function StanceMark(props: { stance: Stance }) {
  const frame = useFrame()
  return (
    <span class={`stance stance-${props.stance}`}>
      <StanceIcon stance={props.stance} />
      {frame.domain.stances[props.stance]}
    </span>
  )
}

/** Who speaks: name, kind and, for organisations, whether the department has checked it. */
export function AuthorLine(props: { author: AuthorView; isStamped?: boolean }) {
  const frame = useFrame()
  const thread = frame.words.thread
  const isOrganisation = () => props.author.kind !== 'individual'
  return (
    <span class="author">
      <span class="author-name">
        <AuthorName author={props.author} />
      </span>
      <span class="author-kind">{frame.domain.kinds[props.author.kind]}</span>
      <Show when={isOrganisation()}>
        <Show when={props.author.isVerified} fallback={<span class="unverified">{thread.unverified}</span>}>
          <span class="verified" title={thread.verifiedHint}>
            <CheckIcon />
            {thread.verified}
          </span>
        </Show>
        <Show when={props.isStamped}>
          <span class="verified" title={thread.stampedHint}>
            <CheckIcon />
            {thread.stamped}
          </span>
        </Show>
      </Show>
    </span>
  )
}
