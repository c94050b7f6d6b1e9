import { useFrame } from '../../components/frame/frame-context'
import { homePath } from '../../lib/links'

/** After `/follow`: what comes next, the same for every address. */
export function FollowSentView(props: { email: string }) {
  const words = useFrame().words.follow
  return (
    <div class="column follow-page">
      <h1>{words.sentTitle}</h1>
      <p>{words.sent(props.email)}</p>
      <p class="hint">{words.sentHint}</p>
      <p class="follow-way">
        <a href={homePath()}>{words.toPlan}</a>
      </p>
    </div>
  )
}
