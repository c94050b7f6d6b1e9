import { For, Show } from 'solid-js'
import type { CaseView } from '../../../../worker/contract/casework'
import type { CommentView } from '../../../../worker/contract/comments'
import { flattenThread } from '../../../lib/flatten-thread'
import { within } from '../../../lib/links'
import { words } from '../../../locales/desk'
import { w } from '../../../locales/desk/cases'
import { formatCount, formatMoment } from '../../../locales/desk/format'
import { KindBadge } from '../moderation/kind-badge'

/** What was said before it and to it, as the public reads it. */
export function CaseThread(props: { view: CaseView }) {
  const left = () => props.view.replyCount - props.view.replies.length
  return (
    <Show when={props.view.ancestors.length + props.view.replies.length > 0}>
      <section class="case-section" aria-labelledby="thread-heading">
        <h3 id="thread-heading">{w.case.thread}</h3>
        <Show when={props.view.ancestors.length > 0}>
          <p class="case-thread-label">{w.case.ancestors}</p>
          <ol class="case-thread">
            <For each={props.view.ancestors}>{(comment) => <Said comment={comment} />}</For>
          </ol>
        </Show>
        <Show when={props.view.replies.length > 0}>
          <p class="case-thread-label">{w.case.replies(formatCount(props.view.replyCount))}</p>
          <ol class="case-thread">
            <For each={flattenThread(props.view.publicId, props.view.replies)}>
              {({ comment, level, answers }) => <Said comment={comment} level={level} answers={answers} />}
            </For>
          </ol>
        </Show>
        <Show when={left() > 0}>
          <p class="case-thread-label">{w.case.moreReplies(formatCount(left()))}</p>
        </Show>
      </section>
    </Show>
  )
}

function Said(props: { comment: CommentView; level?: number; answers?: CommentView | null }) {
  return (
    <li classList={{ 'case-thread-deeper': (props.level ?? 0) > 0 }}>
      <p class="case-said">
        <b>{props.comment.author.name ?? words.anonymous}</b> <KindBadge author={props.comment.author} />
        <span class="tag tag-stance">{words.stances[props.comment.stance]}</span>
        <time datetime={props.comment.createdAt}>{formatMoment(props.comment.createdAt)}</time>
        <a href={within(`/desk/cases?view=all&comment=${props.comment.publicId}`)}>
          {props.comment.publicId}
        </a>
      </p>
      <Show when={props.answers}>
        {(answered) => (
          <p class="case-thread-label">{w.case.answers(answered().author.name ?? words.anonymous)}</p>
        )}
      </Show>
      <p class="plain">{props.comment.body}</p>
    </li>
  )
}
