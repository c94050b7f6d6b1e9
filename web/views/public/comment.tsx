import { For, Show } from 'solid-js'
import type { CommentContextView } from '../../../worker/contract/comments'
import { AnswerTo } from '../../components/answer/answer-to'
import { useFrame } from '../../components/frame/frame-context'
import { About } from '../../components/measure/about'
import { SinceThen } from '../../components/measure/since-then'
import { CommentArticle } from '../../components/thread/comment-article'
import { AllReplies, ReplyList } from '../../components/thread/replies'
import { SupportBlock } from '../../components/thread/support-block'
import { Phrases } from '../../components/ui/phrases'
import { commentFormPath, commentPath, measurePath } from '../../lib/links'
import { groupDigits } from '../../lib/numerals'
import { placeAnswers } from '../../lib/place-answers'

export function CommentView(props: { context: CommentContextView }) {
  const frame = useFrame()
  const words = frame.words.comment
  const { comment, ancestors, replies, measure, clause, consultation, next, answers } = props.context
  const isFirstPage = !new URLSearchParams(frame.path.split('?')[1]).has('after')
  const mayStart = consultation.phase === 'open'
  const mayReply = mayStart && consultation.hasReplies
  const mayReplyHere = mayReply && !comment.isErased
  const placed = placeAnswers(
    answers,
    [comment, ...ancestors, ...replies].map(({ publicId }) => publicId),
  )
  return (
    <div class="column comment-page">
      <h1>
        <Phrases text={words.title(comment.author.name ?? frame.domain.anonymous)} />
      </h1>
      <p class="comment-number">
        {words.number} <code>{comment.publicId}</code>
      </p>
      <section aria-label={clause ? words.about : words.aboutMeasure}>
        <About measure={measure} clause={clause} />
      </section>
      <SinceThen context={props.context} />
      <Show when={ancestors.length > 0}>
        <section class="ancestors" aria-labelledby="context-heading">
          <h2 id="context-heading">{words.context}</h2>
          <ol>
            <For each={ancestors}>
              {(ancestor) => (
                <li>
                  <CommentArticle comment={ancestor} mayReply={mayReply} mayStart={mayStart}>
                    <AnswerTo placed={placed.get(ancestor.publicId)} isFolded={false} />
                  </CommentArticle>
                </li>
              )}
            </For>
          </ol>
        </section>
      </Show>
      <div class="the-comment">
        <CommentArticle comment={comment} mayStart={mayStart}>
          <AnswerTo placed={placed.get(comment.publicId)} isFolded={false} />
        </CommentArticle>
      </div>
      <SupportBlock context={props.context} />
      <Show when={mayReplyHere}>
        <p class="buttons">
          <a
            class="button"
            href={commentFormPath(measure.key, { clause: comment.clauseKey, parent: comment.publicId })}
          >
            {words.replyMain}
          </a>
        </p>
      </Show>
      <section class="comment-replies" aria-labelledby="replies-heading">
        <h2 id="replies-heading">
          {comment.replyCount > 0 ? words.repliesHeading(groupDigits(comment.replyCount)) : words.noReplies}
        </h2>
        <ReplyList
          rootId={comment.publicId}
          replies={replies}
          mayReply={mayReply}
          isFolded={false}
          saysRest
          placed={placed}
        />
        <Show when={!isFirstPage}>
          <AllReplies comment={comment} listed={replies.length} />
        </Show>
        <Show when={next}>
          {(after) => (
            <p>
              <a
                class="button-quiet"
                href={`${commentPath(comment.publicId)}?after=${encodeURIComponent(after())}`}
              >
                {frame.words.thread.next}
              </a>
            </p>
          )}
        </Show>
      </section>
      <p class="ways-on">
        <a href={measurePath(measure.key, { clause: clause?.key }, 'thread')}>
          {clause ? words.toClause(clause.number) : words.toThread}
        </a>
      </p>
    </div>
  )
}
