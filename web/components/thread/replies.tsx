import { For, Show } from 'solid-js'
import type { ThreadView } from '../../../worker/contract/comments'
import { flattenThread } from '../../lib/flatten-thread'
import { commentPath } from '../../lib/links'
import { groupDigits } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'
import { CommentArticle } from './comment-article'

export function ReplyList(props: {
  rootId: string
  replies: ThreadView['replies']
  mayReply: boolean
  isFolded: boolean
}) {
  return (
    <ol class="replies">
      <For each={flattenThread(props.rootId, props.replies)}>
        {(row) => (
          <li class={`reply reply-${Math.min(row.level, 2)}`}>
            <CommentArticle
              comment={row.comment}
              answers={row.answers}
              mayReply={props.mayReply}
              isFolded={props.isFolded}
            />
          </li>
        )}
      </For>
    </ol>
  )
}

/** The replies of one comment, which a reader may fold; the site script remembers it. */
export function FoldedReplies(props: { thread: ThreadView; mayReply: boolean }) {
  const frame = useFrame()
  const thread = frame.words.thread
  return (
    <Show when={props.thread.replies.length > 0}>
      <details class="fold" open data-fold={props.thread.publicId}>
        <summary>{thread.replies(groupDigits(props.thread.replyCount))}</summary>
        <ReplyList
          rootId={props.thread.publicId}
          replies={props.thread.replies}
          mayReply={props.mayReply}
          isFolded
        />
        <Show when={props.thread.replyCount > props.thread.replies.length}>
          <a class="more-replies" href={commentPath(props.thread.publicId)}>
            {thread.moreReplies(groupDigits(props.thread.replyCount))}
          </a>
        </Show>
      </details>
    </Show>
  )
}
