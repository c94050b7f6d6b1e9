import { type JSX, Show } from 'solid-js'
import type { CommentView } from '../../../worker/contract/comments'
import { formatDay, formatMoment } from '../../lib/beijing-time'
import { linesOf, linesShown } from '../../lib/line-estimate'
import { commentFormPath, commentPath } from '../../lib/links'
import type { Run } from '../../lib/mark-ranges'
import { partsOfKey } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'
import { DispositionChip } from '../results/disposition-chip'
import { Marked } from '../ui/marked'
import { AuthorLine, StanceMark } from './author-line'
import { MadeOn } from './made-on'
import { SuggestedWording } from './suggested-wording'
import { SupportCount } from './support-block'

export interface CommentArticleProps {
  comment: CommentView
  /** Say which sentence it is about: not where the whole list is about one. */
  showClause?: boolean
  /** Whom it answers, where that is not plain from its place. */
  answers?: CommentView | null
  /** A preview has neither address nor date. */
  isPreview?: boolean
  mayReply?: boolean
  /** Comments are taken: a wording may be the start of another. */
  mayStart?: boolean
  /** Show the first lines of a long one only; the rest opens without scripts, is found and printed. */
  isFolded?: boolean
  /** The body with marks, in place of the body. */
  runs?: Run[]
  children?: JSX.Element
}

export function CommentArticle(props: CommentArticleProps) {
  const frame = useFrame()
  const thread = frame.words.thread
  const clause = () => (props.comment.clauseKey ? partsOfKey(props.comment.clauseKey).clause : null)
  const isLong = () => props.isFolded === true && linesOf(props.comment.body) > linesShown
  const said = () => (props.comment.isErased ? frame.words.ownData.inThread : props.comment.body)
  const name = () => props.comment.author.name ?? frame.domain.anonymous
  return (
    <article class="comment" id={props.isPreview ? undefined : props.comment.publicId}>
      <header class="comment-head">
        <AuthorLine author={props.comment.author} isStamped={props.comment.isStamped} />
        <StanceMark stance={props.comment.stance} />
        <Show when={props.comment.disposition}>
          {(disposition) => <DispositionChip disposition={disposition()} />}
        </Show>
        <Show when={props.comment.isUnconfirmed}>
          <span class="unverified" title={frame.words.publishedFirst.markHint}>
            {frame.words.publishedFirst.mark}
          </span>
        </Show>
        <Show when={props.showClause && clause()}>
          {(number) => <span class="comment-clause">{frame.words.clause(number())}</span>}
        </Show>
        <Show when={!props.isPreview}>
          <span class="comment-acts">
            <a
              class="comment-time"
              href={commentPath(props.comment.publicId)}
              aria-label={`${formatDay(props.comment.createdAt, frame.now, frame.language)} ${thread.permalink(props.comment.publicId)}`}
            >
              <time
                datetime={props.comment.createdAt}
                title={formatMoment(props.comment.createdAt, frame.now, frame.language)}
              >
                {formatDay(props.comment.createdAt, frame.now, frame.language)}
              </time>
            </a>
            <Show when={props.mayReply && !props.comment.isErased}>
              <a
                class="comment-reply"
                href={`${commentPath(props.comment.publicId)}#support`}
                aria-label={frame.words.support.of(name())}
              >
                {frame.words.support.act}
              </a>
              <a
                class="comment-reply"
                href={commentFormPath(props.comment.measureKey, {
                  clause: props.comment.clauseKey,
                  parent: props.comment.publicId,
                })}
                aria-label={thread.replyTo(name())}
              >
                {frame.words.reply}
              </a>
            </Show>
          </span>
        </Show>
      </header>
      <MadeOn comment={props.comment} />
      <div class="comment-body" classList={{ 'is-long': isLong() }}>
        <Show when={isLong()}>
          <input class="body-toggle" type="checkbox" id={`whole-${props.comment.publicId}`} />
        </Show>
        <div class="comment-words">
          <Show when={props.answers}>
            {(answered) => (
              <a class="comment-answers" href={`#${answered().publicId}`}>
                {thread.answers(answered().author.name ?? frame.domain.anonymous)}
              </a>
            )}
          </Show>
          <Show when={props.runs} fallback={said()}>
            {(runs) => <Marked runs={runs()} />}
          </Show>
        </div>
        <Show when={isLong()}>
          <label class="body-more" for={`whole-${props.comment.publicId}`}>
            {thread.wholeText}
          </label>
        </Show>
      </div>
      <Show when={props.comment.wording}>
        {(wording) => (
          <SuggestedWording
            wording={wording()}
            start={
              props.mayStart && !props.comment.madeOn?.isOrphan
                ? commentFormPath(props.comment.measureKey, { start: props.comment.publicId })
                : undefined
            }
            by={name()}
          />
        )}
      </Show>
      <Show when={!props.isPreview}>
        <SupportCount
          supports={props.comment.supports}
          href={`${commentPath(props.comment.publicId)}#support`}
        />
      </Show>
      <Show when={props.comment.attachmentCount > 0}>
        <p class="comment-files">{thread.attachments(props.comment.attachmentCount)}</p>
      </Show>
      <Show when={props.comment.annexSummary}>
        {(summary) => (
          <div class="comment-files">
            <strong>{frame.words.annex.shown}</strong>
            <p class="comment-words">{summary()}</p>
          </div>
        )}
      </Show>
      {props.children}
    </article>
  )
}
