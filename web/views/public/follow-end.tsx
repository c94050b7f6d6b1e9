import { Show } from 'solid-js'
import { useFrame } from '../../components/frame/frame-context'
import { followPath, unsubscribePath } from '../../lib/links'

/** `/follow/unsubscribe`: one button; opening the page alone changes nothing. */
export function FollowEndView(props: { token: string; isEnded: boolean }) {
  const words = useFrame().words.follow
  return (
    <div class="column follow-page">
      <Show
        when={!props.isEnded}
        fallback={
          <>
            <h1>{words.endedTitle}</h1>
            <p>{words.endedText}</p>
            <p class="follow-way">
              <a href={followPath()}>{words.again}</a>
            </p>
          </>
        }
      >
        <h1>{words.endTitle}</h1>
        <p>{words.endText}</p>
        <form method="post" action={unsubscribePath(props.token)}>
          <p class="buttons">
            <button class="button" type="submit">
              {words.end}
            </button>
          </p>
        </form>
      </Show>
    </div>
  )
}
