import { Show } from 'solid-js'
import type { CommentView } from '../../../worker/contract/comments'
import { markRanges } from '../../lib/mark-ranges'
import { useFrame } from '../frame/frame-context'
import { Marked } from '../ui/marked'

/** A clause as it read then, the passage marked in it. */
export function Quoted(props: { text: string; quote: string | null }) {
  const start = () => (props.quote ? props.text.indexOf(props.quote) : -1)
  const ranges = () => (start() < 0 ? [] : [{ start: start(), end: start() + (props.quote?.length ?? 0) }])
  return (
    <blockquote class="quoted-clause" lang="zh-CN">
      <Marked runs={markRanges(props.text, ranges())} class="quoted" />
    </blockquote>
  )
}

/** Beside a comment: the passage that it is on and, where the clause reads differently now, the text that it was made on. */
export function MadeOn(props: { comment: CommentView }) {
  const { revisions } = useFrame().words
  return (
    <>
      <Show when={props.comment.quote !== null && props.comment.madeOn === null}>
        <p class="comment-quote">
          <span class="visually-hidden">{revisions.quote}</span>
          <q lang="zh-CN">{props.comment.quote}</q>
        </p>
      </Show>
      <Show when={props.comment.madeOn}>
        {(made) => (
          <details class="comment-made-on">
            <summary>
              <span class="made-on">{revisions.madeOn(made().revision)}</span>
              <Show when={made().isOrphan} fallback={revisions.madeOnText}>
                {props.comment.quote === null ? revisions.lostClause : revisions.lostPassage}
              </Show>
            </summary>
            <Quoted text={made().text} quote={props.comment.quote} />
          </details>
        )}
      </Show>
    </>
  )
}
