import { For, Show } from 'solid-js'
import type { CommentView } from '../../../worker/contract/comments'
import type { MeasureView } from '../../../worker/contract/plan'
import { measurePath } from '../../lib/links'
import { useFrame } from '../frame/frame-context'
import { CommentArticle } from '../thread/comment-article'

/** What is being commented on, beside the form. */
export function FormAside(props: { measure: MeasureView; parent: CommentView | null; chosen: string }) {
  const { form } = useFrame().words
  return (
    <aside class="form-aside">
      <Show when={props.parent}>
        {(parent) => (
          <div class="form-parent">
            <h2>{form.replyingTo(parent().author.name ?? useFrame().domain.anonymous)}</h2>
            <CommentArticle comment={parent()} showClause />
          </div>
        )}
      </Show>
      <h2>{form.text}</h2>
      <ol class="aside-clauses" lang="zh-CN">
        <For each={props.measure.clauses}>
          {(clause) => (
            <li classList={{ 'is-chosen': clause.key === props.chosen }}>
              <span class="clause-number" aria-hidden="true">
                {clause.number}
              </span>
              {clause.text}
            </li>
          )}
        </For>
      </ol>
      <p>
        <a href={measurePath(props.measure.key)}>{form.back}</a>
      </p>
    </aside>
  )
}
