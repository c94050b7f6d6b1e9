import { For, Show } from 'solid-js'
import type { CommentView, ThreadView } from '../../../worker/contract/comments'
import { flattenThread } from '../../lib/flatten-thread'
import { commentPath } from '../../lib/links'
import { groupDigits } from '../../lib/numerals'
import type { PlacedAnswer } from '../../lib/place-answers'
import { AnswerTo } from '../answer/answer-to'
import { useFrame } from '../frame/frame-context'
import { CommentArticle } from './comment-article'

/** Where fewer replies stand than there are: how many in all, and the page that has them. */
export function AllReplies(props: { comment: CommentView; listed: number }) {
  const thread = useFrame().words.thread
  return (
    <Show when={props.comment.replyCount > props.listed}>
      <p>
        <a class="more-replies" href={commentPath(props.comment.publicId)}>
          {thread.moreReplies(groupDigits(props.comment.replyCount))}
        </a>
      </p>
    </Show>
  )
}

export function ReplyList(props: {
  rootId: string
  replies: ThreadView['replies']
  mayReply: boolean
  isFolded: boolean
  /** Say of each reply if it has more than stand under it: not where the thread says it of them all. */
  saysRest?: boolean
  placed: Map<string, PlacedAnswer>
}) {
  const rows = flattenThread(props.rootId, props.replies)
  const below = (index: number) => {
    const level = rows[index]?.level ?? 0
    const end = rows.findIndex((row, i) => i > index && row.level <= level)
    return (end < 0 ? rows.length : end) - index - 1
  }
  return (
    <ol class="replies">
      <For each={rows}>
        {(row, index) => (
          <li class={`reply reply-${Math.min(row.level, 2)}`}>
            <CommentArticle
              comment={row.comment}
              answers={row.answers}
              mayReply={props.mayReply}
              isFolded={props.isFolded}
            >
              <AnswerTo placed={props.placed.get(row.comment.publicId)} isFolded={props.isFolded} />
              <Show when={props.saysRest}>
                <AllReplies comment={row.comment} listed={below(index())} />
              </Show>
            </CommentArticle>
          </li>
        )}
      </For>
    </ol>
  )
}

/** The replies of one comment, which a reader may fold; the site script remembers it. */
export function FoldedReplies(props: {
  thread: ThreadView
  mayReply: boolean
  placed: Map<string, PlacedAnswer>
}) {
  const frame = useFrame()
  const thread = frame.words.thread
  return (
    <Show when={props.thread.replies.length > 0} fallback={<AllReplies comment={props.thread} listed={0} />}>
      <details class="fold" open data-fold={props.thread.publicId}>
        <summary>{thread.replies(groupDigits(props.thread.replyCount))}</summary>
        <ReplyList
          rootId={props.thread.publicId}
          replies={props.thread.replies}
          mayReply={props.mayReply}
          isFolded
          placed={props.placed}
        />
        <AllReplies comment={props.thread} listed={props.thread.replies.length} />
      </details>
    </Show>
  )
}
