import { Show } from 'solid-js'
import type { CommentView } from '../../../worker/contract/comments'
import { beginningOf } from '../../../worker/contract/text'
import { useFrame } from '../frame/frame-context'

/** Above a reply that stands apart from its thread: whom it answers, and how that begins. */
export function ReplyTo(props: { parent: CommentView | null }) {
  const { words, domain } = useFrame()
  return (
    <Show when={props.parent}>
      {(parent) => (
        <p class="hint">
          {words.comment.repliesTo(
            parent().author.name ?? domain.anonymous,
            parent().isErased ? words.ownData.inThread : beginningOf(parent().body),
          )}
        </p>
      )}
    </Show>
  )
}
